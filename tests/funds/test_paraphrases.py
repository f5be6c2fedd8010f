"""Other wordings of a question get the answer that its plainest wording gets."""
import os
import pathlib

import pytest

import score_paraphrases

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("held, share", [(False, 0.85), (True, 0.78)])
def test_wordings_are_answered_alike(held, share):
    dossier = pathlib.Path(os.environ.get("DOSSIER_BIN", ROOT / "build" / "release" / "bin" / "dossier"))
    assert dossier.exists(), f"{dossier} is not built; name another with DOSSIER_BIN"
    alike, asked, _ = score_paraphrases.score(dossier, score_paraphrases.read(score_paraphrases.LINES, held))
    assert alike / asked >= share, f"{alike} of {asked} wordings alike"
