"""Reports made to order that no one has looked at: their rows are read, and what is not read is flagged.

The seeds are kept for this test alone. Look at other seeds (score_generated.py) when mending the reader.
"""
import os
import pathlib

import pytest

import score_generated

SEEDS = range(900_000, 900_040)
EXACT_MIN = 0.995
ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    dossier = pathlib.Path(os.environ.get("DOSSIER_BIN", ROOT / "build" / "release" / "bin" / "dossier"))
    assert dossier.exists(), f"{dossier} is not built; name another with DOSSIER_BIN"
    return score_generated.total(score_generated.score_seeds(dossier, SEEDS, tmp_path_factory.mktemp("reports")))


def test_rows_are_read(counts):
    assert counts["exact"] >= EXACT_MIN * counts["rows"], score_generated.rows_text(counts)


def test_no_row_is_wrong_in_silence(counts):
    assert counts["silent"] == 0, score_generated.rows_text(counts)
