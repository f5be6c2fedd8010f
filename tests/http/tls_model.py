"""A model server behind TLS, HTTP/1.1 or HTTP/2, and the certificates for it: made by openssl, in front of the stub."""

import socket
import ssl
import subprocess
import threading

import httpx

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, PING, GOAWAY = 0, 1, 4, 6, 7
END_STREAM, END_HEADERS, ACK = 1, 4, 1
STATUS_200 = b"\x88"  # the entry of HPACK's static table


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Authority:
    """Signs certificates; `file` is what its clients trust."""

    def __init__(self, folder):
        self.folder = folder
        self.file, self.key = folder / "ca.pem", folder / "ca.key"
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", 2, "-subj", "/CN=test authority",
                "-keyout", self.key, "-out", self.file)

    def certificate(self, name, days=2):
        """A file with key and certificate for an alternative name such as "IP:127.0.0.1"; of yesterday with days=-1."""
        both, key, request, extension = (self.folder / f"{name.replace(':', '_')}{days}.{end}" for end in ("pem", "key", "csr", "ext"))
        extension.write_text(f"subjectAltName={name}\n")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=model", "-keyout", key, "-out", request)
        openssl("x509", "-req", "-in", request, "-CA", self.file, "-CAkey", self.key, "-CAcreateserial", "-days", days,
                "-extfile", extension, "-out", both)
        both.write_text(both.read_text() + key.read_text())
        return both


class TlsModel:
    """Ends TLS before the stub. Remembers which protocols were spoken and how many handshakes failed."""

    def __init__(self, stub_url, certificate, protocols=("h2", "http/1.1")):
        self.stub_url, self.spoken, self.failed, self.connections = stub_url, [], 0, 0
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.context.set_alpn_protocols(list(protocols))
        self.door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.door.getsockname()[1]
        self.url = f"https://127.0.0.1:{self.port}/v1"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                plain, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(plain,), daemon=True).start()

    def serve(self, plain):
        try:
            with self.context.wrap_socket(plain, server_side=True) as client:
                self.connections += 1
                if client.selected_alpn_protocol() == "h2":
                    Http2(self, client).serve()
                else:
                    self.serve_http1(client)
        except ssl.SSLError:
            self.failed += 1
        except OSError:
            pass

    def answer(self, path, body):
        url = self.stub_url.removesuffix("/v1") + path
        return httpx.post(url, content=body, timeout=30).content if body else httpx.get(url, timeout=30).content

    def serve_http1(self, client):
        stream = client.makefile("rwb")
        while request := stream.readline():
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            self.spoken.append("http/1.1")
            answer = self.answer(request.split()[1].decode(), stream.read(length))
            stream.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
            stream.flush()

    def close(self):
        self.door.close()


class Http2:
    """As much of RFC 9113 as one client needs who asks for health and completions. Headers are not read: a request with a
    body is a completion."""

    def __init__(self, model, client):
        self.model, self.stream = model, client.makefile("rwb")
        self.bodies = {}

    def frame(self, kind, flags, number, payload=b""):
        self.stream.write(len(payload).to_bytes(3, "big") + bytes([kind, flags]) + number.to_bytes(4, "big") + payload)

    def serve(self):
        if self.stream.read(len(PREFACE)) != PREFACE:
            return  # the client did not like our certificate
        self.frame(SETTINGS, 0, 0)
        self.stream.flush()
        while len(head := self.stream.read(9)) == 9:
            payload = self.stream.read(int.from_bytes(head[:3], "big"))
            self.take(head[3], head[4], int.from_bytes(head[5:], "big"), payload)
            self.stream.flush()

    def take(self, kind, flags, number, payload):
        if kind == SETTINGS and not flags & ACK:
            self.frame(SETTINGS, ACK, 0)
        if kind == PING and not flags & ACK:
            self.frame(PING, ACK, 0, payload)
        if kind == DATA:
            self.bodies[number] = self.bodies.get(number, b"") + payload
        if kind in (HEADERS, DATA) and flags & END_STREAM:
            self.respond(number, self.bodies.pop(number, b""))

    def respond(self, number, body):
        self.model.spoken.append("h2")
        answer = self.model.answer("/v1/chat/completions" if body else "/health", body)
        self.frame(HEADERS, END_HEADERS, number, STATUS_200)
        self.frame(DATA, END_STREAM, number, answer)
