"""Other wordings of a question get the answer that its plainest wording gets; few get another one unrefused."""
import os
import pathlib

import pytest

import score_paraphrases

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("held, share, wrong", [(False, 0.85, 0.03), (True, 0.78, 0.06)])
def test_wordings_are_answered_alike(held, share, wrong):
    dossier = pathlib.Path(os.environ.get("DOSSIER_BIN", ROOT / "build" / "release" / "bin" / "dossier"))
    assert dossier.exists(), f"{dossier} is not built; name another with DOSSIER_BIN"
    alike, asked, unlike = score_paraphrases.score(dossier, score_paraphrases.read(score_paraphrases.LINES, held))
    assert alike / asked >= share, f"{alike} of {asked} wordings alike"
    answered = sum(answer["answered"] is not False for _, _, _, answer in unlike)
    assert answered / asked <= wrong, f"{answered} of {asked} wordings answered with something else"
