"""Papers set by hand in the manner of real reports are read whole, and nothing on them is flagged that is right."""
import os
import pathlib

import pytest

import score_papers

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", score_papers.PAPERS)
def test_paper_is_read_whole(name, tmp_path):
    dossier = pathlib.Path(os.environ.get("DOSSIER_BIN", ROOT / "build" / "release" / "bin" / "dossier"))
    assert dossier.exists(), f"{dossier} is not built; name another with DOSSIER_BIN"
    assert score_papers.faults_of(dossier, score_papers.PAPERS[name], tmp_path) == []
