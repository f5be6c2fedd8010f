"""Model servers behind TLS and proxies: only who is trusted is spoken to, and what is wrong is named."""

import itertools
import socket
import tempfile
import threading

import pytest

from described import client_of
from server import SAMPLES, Server, command, free_port, upload, wait_until_read
from tls_model import Authority, TlsModel

KEY = "sk-very-secret-key"
unasked = ("What is the strategy of the fund?" + " " * n for n in itertools.count(1))  # what was phrased is remembered: each is a new one


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def asking(tmp_path):
    """Starts a server with a text model, and gives what it answers to a question that a model should phrase."""
    servers = []

    def answered(url, **environment):
        server = Server(tmp_path / f"data{len(servers)}", {"DOSSIER_MODELS_TEXT_URL": url, "DOSSIER_MODELS_TEXT_API_KEY": KEY,
                                                           "DOSSIER_MODELS_ANSWER_SECONDS": "5", **environment})
        server.start()
        servers.append(server)
        with client_of(server.base) as client:
            wait_until_read(client, upload(client, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"])
            body = client.post("/api/chat/query", json={"query": next(unasked)}, timeout=20).json()
            body["health"] = client.get("/health").json()
        return body

    yield answered
    for server in servers:
        assert server.stop() == 0
        assert KEY not in server.log.read_text()


def test_who_is_signed_by_the_authority_of_the_settings_is_trusted(stub, authority, asking):
    model = TlsModel(stub.url, authority.certificate("IP:127.0.0.1"), protocols=["http/1.1"])
    body = asking(model.url, DOSSIER_MODELS_CA_FILE=str(authority.file))
    assert body["degraded"] is False and "http/1.1" in model.spoken and model.failed == 0
    model.close()


def test_http2_is_spoken_where_it_is_offered_and_one_connection_serves_all(stub, authority, asking):
    model = TlsModel(stub.url, authority.certificate("IP:127.0.0.1"))
    body = asking(model.url, DOSSIER_MODELS_CA_FILE=str(authority.file))
    assert body["degraded"] is False, body["degraded_reason"]
    assert len(model.spoken) >= 2 and set(model.spoken) == {"h2"} and model.connections == 1
    model.close()


@pytest.mark.parametrize("name,days,trusted", [
    pytest.param("IP:127.0.0.1", 2, False, id="signed by nobody we know"),
    pytest.param("DNS:elsewhere.example", 2, True, id="of another server"),
    pytest.param("IP:127.0.0.1", -1, True, id="run out")])
def test_a_certificate_that_proves_nothing_gets_neither_key_nor_prompt(stub, authority, asking, name, days, trusted):
    model = TlsModel(stub.url, authority.certificate(name, days))
    before = stub.seen()["calls"]
    trusting = {"DOSSIER_MODELS_CA_FILE": str(authority.file)} if trusted else {}
    body = asking(model.url, **trusting)
    assert body["degraded"] is True and body["degraded_reason"].startswith("unavailable"), body
    assert model.spoken == [] and stub.seen()["calls"] == before
    assert body["health"]["model_server"]["status"] == "unhealthy"
    said = doctor(model.url, **trusting)
    assert said.returncode == 4 and "its certificate is not trusted" in said.stdout and "DOSSIER_MODELS_CA_FILE" in said.stdout
    model.close()


@pytest.mark.parametrize("content, said", [(None, "cannot be read (No such file or directory)"), ("just words\n", "no PEM"),
                                           ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "certificate 1 of the file to trust is broken")])
def test_a_file_of_authorities_that_cannot_be_used_is_named_and_servers_without_tls_are_used(stub, tmp_path, asking, content, said):
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    stub.order(behave="good")
    body = asking(stub.url, DOSSIER_MODELS_CA_FILE=str(file), DOSSIER_MODELS_EMBEDDING_URL="https://127.0.0.1:1/v1")
    assert body["degraded"] is False and body["health"]["status"] == "degraded"
    assert any(str(file) in one and said in one and "DOSSIER_MODELS_CA_FILE" in one for one in body["health"]["settings_left_out"])
    log = next(tmp_path.glob("data*.log")).read_text()
    assert "model_server_left_out" in log and said in log
    named = doctor(stub.url, DOSSIER_MODELS_CA_FILE=str(file))
    assert named.returncode == 4 and str(file) in named.stdout and said in named.stdout and "URL is right" not in named.stdout, named.stdout


def test_doctor_names_what_is_wrong_with_a_model_server(stub, authority):
    assert doctor(stub.url).returncode == 0
    wrong_model = doctor(stub.url, DOSSIER_MODELS_TEXT_MODEL="gone")
    assert wrong_model.returncode == 4 and "it does not serve 'gone'; set models.text_model to one of: stub" in wrong_model.stdout
    nobody = doctor(f"http://127.0.0.1:{free_port()}/v1")
    assert nobody.returncode == 4 and "check that it runs and that DOSSIER_MODELS_TEXT_URL is right" in nobody.stdout
    stub.order(behave="status_401")
    wrong_key = doctor(stub.url)
    stub.order(behave="good")
    assert wrong_key.returncode == 4 and "check DOSSIER_MODELS_TEXT_API_KEY" in wrong_key.stdout and KEY not in wrong_key.stdout
    stub.order(behave="status_401")
    no_key = doctor(stub.url, DOSSIER_MODELS_TEXT_API_KEY="")
    stub.order(behave="good")
    assert no_key.returncode == 4 and "it answered 401" in no_key.stdout and "DOSSIER_MODELS_TEXT_API_KEY" in no_key.stdout


def doctor(url, **environment):
    with tempfile.TemporaryDirectory() as folder:
        return command("doctor", "--data", folder + "/data", cwd=folder,
                       environment={"DOSSIER_MODELS_TEXT_URL": url, "DOSSIER_MODELS_TEXT_API_KEY": KEY, "DOSSIER_SERVER_PORT": str(free_port()), **environment})


class Proxy:
    """An HTTP proxy that remembers whom it was asked for."""

    def __init__(self):
        self.asked = []
        self.door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        head = b""
        while b"\r\n\r\n" not in head:
            if not (piece := client.recv(65536)):
                return
            head += piece
        method, where, _ = head.split(b" ", 2)
        self.asked.append(f"{method.decode()} {where.decode()}")
        address = where if method == b"CONNECT" else where.removeprefix(b"http://").split(b"/")[0]
        host, port = address.rsplit(b":", 1)
        server = socket.create_connection((host.decode(), int(port)))
        if method == b"CONNECT":
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            server.sendall(head.replace(b"http://" + address, b"", 1))
        threading.Thread(target=self.pump, args=(server, client), daemon=True).start()
        self.pump(client, server, b"http://" + address)

    @staticmethod
    def pump(source, drain, left_out=b""):
        """`left_out`: what stands before the path when it is a proxy that is asked."""
        try:
            while piece := source.recv(65536):
                drain.sendall(piece.replace(left_out, b"", 1) if left_out else piece)
            drain.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def test_the_proxy_of_the_environment_is_used_and_tls_goes_through_it(stub, authority, asking):
    proxy = Proxy()
    model = TlsModel(stub.url, authority.certificate("IP:127.0.0.1"))
    body = asking(model.url, DOSSIER_MODELS_CA_FILE=str(authority.file), https_proxy=proxy.url)
    assert body["degraded"] is False and f"CONNECT 127.0.0.1:{model.port}" in proxy.asked and model.spoken
    model.close()


def test_whom_no_proxy_names_is_asked_directly(stub, asking):
    proxy = Proxy()
    assert asking(stub.url, http_proxy=proxy.url, no_proxy="127.0.0.1")["degraded"] is False and proxy.asked == []
    before = stub.calls()
    assert asking(stub.url, http_proxy=proxy.url)["degraded"] is False and stub.calls() > before
    assert proxy.asked and all(" " + stub.url.removesuffix("/v1") in asked for asked in proxy.asked)  # the first of each connection
