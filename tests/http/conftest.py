import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from described import client_of  # noqa: E402
from server import SAMPLES, Server, upload, wait_until_read  # noqa: E402
from stub import Stub  # noqa: E402


@pytest.fixture
def server(tmp_path):
    """A fresh server for one test."""
    running = Server(tmp_path / "data")
    running.start()
    yield running
    if running.running():
        assert running.stop() == 0


@pytest.fixture
def ask(server):
    with client_of(server.base) as client:
        yield client


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A server that has read the samples, for tests that only look."""
    running = Server(tmp_path_factory.mktemp("loaded") / "data")
    running.start()
    with client_of(running.base) as client:
        for sample in sorted(SAMPLES.glob("*.pdf")):
            assert wait_until_read(client, upload(client, sample).json()["document_id"])["status"] == "completed"
        yield client
    assert running.stop() == 0


@pytest.fixture(scope="module")
def stub():
    """A model server that does as it is told."""
    running = Stub()
    yield running
    running.stop()
