"""The strip of findings that the server puts at the foot of the page that a writer looks at.

What lives here: what it says of which page, and its script and style. What does not: when findings are known
(``again.py``), and handing the strip out (``serving.py``). A built site holds nothing of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guide.addresses.published import file_of
from guide.checks.causes import by_cause, with_places
from guide.checks.findings import Finding
from guide.checks.report import said
from guide.client.bundling import CLIENT, bundle
from guide.model.guide import Guide
from guide.model.page import Page
from guide.words import words_of

FOLDER = "/livereload/"
"""Where the server answers with what is no part of the site; MkDocs' own script asks there as well."""
IN_HEAD = (
    f'<link rel="stylesheet" href="{FOLDER}findings.css"><script src="{FOLDER}findings.js" defer></script>'.encode()
)
"""What a page that is handed out has in its head, beside what is built."""


@lru_cache(maxsize=1)
def parts() -> dict[str, tuple[str, str]]:
    """Give the script and the style of the strip, each with its type, by their address."""
    style = (CLIENT / "serving" / "findings.css").read_text(encoding="utf-8")
    return {
        f"{FOLDER}findings.js": ("text/javascript", bundle("serving/findings.js")),
        f"{FOLDER}findings.css": ("text/css", style),
    }


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in a guide and its site."""

    guide: Guide
    findings: Sequence[Finding]

    def on_page(self, file: str) -> str:
        """Give as JSON what the strip says on a page, by its file in the site; nothing where nothing was found."""
        page = next((each for each in self.guide.pages if file_of(each) == file), None)
        files = self._files(page, file)
        # One fault, one finding, as in the terminal: that of a cause which is seen here, with all its places.
        here = [self._whole(each) for each in by_cause([each for each in self.findings if each.position.path in files])]
        elsewhere = len(by_cause(self.findings)) - len(here)
        words = words_of(page.language if page else self.guide.settings.default_language.code)
        heading = words["findings.count"].format(here=len(here), elsewhere=elsewhere)
        told: dict[str, Any] = {"heading": heading if self.findings else "", "findings": list(self._items(page, here))}
        return json.dumps(told, ensure_ascii=False)

    def _whole(self, finding: Finding) -> Finding:
        """Give a finding with all the places of its cause, on whatever page they are."""
        return with_places(finding, (each for each in self.findings if finding.cause and each.cause == finding.cause))

    def _files(self, page: Page | None, file: str) -> set[str]:
        """Give the paths by which findings call a page: its source, and what was built of it."""
        settings = self.guide.settings
        return {f"{settings.relative(settings.site_dir)}/{file}", *([page.file] if page else [])}

    @staticmethod
    def _items(page: Page | None, findings: Iterable[Finding]) -> Iterable[dict[str, str]]:
        for finding in findings:
            place = finding.position
            above = [
                heading.id
                for heading in (page.headings if page and page.file == place.path else ())
                if heading.level > 1 and heading.id and heading.position.line <= place.line
            ]
            href = f"#{above[-1]}" if above else ""
            yield {"place": f"{place.path}:{place.line}", "href": href, "said": f"{finding.id}: {said(finding)}"}
