"""A web server that serves a folder and keeps experiences (xAPI), as a platform does that launches cmi5 packages.

It knows as much of the xAPI as a package uses: a token, states and statements. It holds what it is told
against what cmi5 asks of every statement, and notes what is wrong.
"""

from __future__ import annotations

import functools
import http.server
import json
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "7"}}
UNIT = "https://lms.example/unit/1"
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories"
_TOKEN = "one-token"


class Store(http.server.ThreadingHTTPServer):
    """What the package has told, in order."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget all: another registration."""
        self.registration = str(uuid.uuid4())
        self.statements: list[dict[str, Any]] = []
        self.states: dict[str, str] = {"LMS.LaunchData": json.dumps(_LAUNCH)}
        self.faults: list[str] = []

    def launch(self, page: str) -> str:
        """Give the address that opens a page as cmi5 has it (8.1)."""
        said = {
            "endpoint": f"{self.url}/xapi/",
            "fetch": f"{self.url}/token",
            "actor": json.dumps(ACTOR),
            "registration": self.registration,
            "activityId": UNIT,
        }
        return f"{self.url}/{page}?{urlencode(said)}"

    @property
    def verbs(self) -> list[str]:
        """What has been said, by the last word of each verb."""
        return [each["verb"]["id"].rpartition("/")[2] for each in self.statements]

    def take(self, statement: dict[str, Any]) -> None:
        """Keep a statement, and note what cmi5 (9) would not allow in it."""
        self.statements.append(statement)
        context, result = statement["context"], statement.get("result", {})
        categories = [each["id"] for each in context["contextActivities"]["category"]]
        judged = "completion" in result or "success" in result
        wanted = [f"{CATEGORY}/cmi5", *([f"{CATEGORY}/moveon"] if judged else [])]
        for fault, is_so in (
            ("another actor", statement["actor"] != ACTOR),
            ("another activity", statement["object"]["id"] != UNIT),
            ("another registration", context["registration"] != self.registration),
            ("no time", "timestamp" not in statement),
            (f"categories {categories}", categories != wanted),
            ("what the platform sent as context is lost", context["contextActivities"].get("grouping") != _GROUPING),
            ("a score without success", "score" in result and "success" not in result),
            ("no duration", bool(result) and not result.get("duration", "").startswith("PT")),
        ):
            if is_so:
                self.faults.append(f"{self.verbs[-1]}: {fault}")


_GROUPING = [{"id": "https://lms.example/course"}]
_LAUNCH = {
    "launchMode": "Normal",
    "moveOn": "Completed",
    "contextTemplate": {"contextActivities": {"grouping": _GROUPING}, "extensions": {"https://lms.example/s": "1"}},
}


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: Store

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        self.give(json.dumps({"auth-token": _TOKEN}))

    def do_GET(self) -> None:
        if not self.path.startswith("/xapi/"):
            return super().do_GET()
        if self.is_allowed():
            asked = parse_qs(urlsplit(self.path).query)
            kept = self.server.states.get(asked.get("stateId", [""])[0])
            self.give(kept or "", 200 if kept else 404)

    def do_PUT(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.is_allowed():
            asked = parse_qs(urlsplit(self.path).query)
            if "statementId" in asked:
                self.server.take(json.loads(text))
            else:
                self.server.states[asked["stateId"][0]] = text
            self.give("", 204)

    def is_allowed(self) -> bool:
        allowed = self.headers["Authorization"] == f"Basic {_TOKEN}" and self.headers["X-Experience-API-Version"]
        if not allowed:
            self.server.faults.append(f"{self.path}: no token or version")
            self.give("", 401)
        return bool(allowed)

    def give(self, text: str, status: int = 200) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)


@contextmanager
def storing(folder: Path) -> Iterator[Store]:
    """Run a store that serves ``folder`` until the block ends."""
    store = Store(folder)
    threading.Thread(target=store.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield store
    finally:
        store.shutdown()
        store.server_close()
