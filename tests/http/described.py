"""Checks answers against the server's own description of itself."""

import functools
import re

import httpx
import jsonschema


class Description:
    def __init__(self, document):
        self.document = document
        self.routes = [(re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in document["paths"]]
        # Fixed paths before those with names, as the server does.
        self.routes.sort(key=lambda route: route[1].count("{"))

    def operation(self, method, path):
        for pattern, template in self.routes:
            found = self.document["paths"][template].get(method.lower())
            if pattern.match(path) and found:
                return found
        return None

    @functools.lru_cache
    def _resolver(self):
        return jsonschema.RefResolver.from_schema(self.document)

    def check(self, answer):
        operation = self.operation(answer.request.method, answer.request.url.path)
        if operation is None:
            return
        described = operation["responses"].get(str(answer.status_code))
        assert described, f"{answer.request.method} {answer.request.url.path}: {answer.status_code} is not described: {answer.text}"
        if "content" not in described:
            assert not answer.content
            return
        media = answer.headers["content-type"].split(";")[0]
        if operation.get("tags") == ["Service"] and media not in described["content"]:
            return  # the same route for people and for programs
        assert media in described["content"], f"{media} is not described for {answer.request.url.path}"
        schema = described["content"][media].get("schema")
        if schema is not None:
            jsonschema.Draft202012Validator(schema, resolver=self._resolver()).validate(answer.json())


def client_of(base):
    description = Description(httpx.get(base + "/openapi.json").json())

    def check(answer):
        answer.read()
        description.check(answer)

    return httpx.Client(base_url=base, timeout=30, event_hooks={"response": [check]})
