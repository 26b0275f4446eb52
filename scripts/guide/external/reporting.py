"""What the editor sees: lines with places, a Markdown report, and the same as JSON.

What lives here: writing results. What does not: judging them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guide.external.lychee import Judgement, Verdict
from guide.external.wanted import Wanted

_HEADINGS = {
    Verdict.DEAD: ("Dead", "Nobody can reach these. Find where the text is now, or take the link away."),
    Verdict.MOVED: ("Moved for good", "Take the new address; the old one may stop leading there."),
    Verdict.UNSURE: ("Unsure", "Something is wrong now. Look at them, or wait for the next run."),
    Verdict.BLOCKED: ("Blocked", "These sites let no machine see. Look at them in a browser now and then."),
}
_HINTS = {
    Verdict.DEAD: "find where the text is now, or take the link away",
    Verdict.MOVED: "take the new address",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One address, and what was found."""

    wanted: Wanted
    """The address and its places."""
    judgement: Judgement
    """What is said of it."""

    @property
    def verdict(self) -> Verdict:
        """What the address is."""
        return self.judgement.verdict


def counts(results: Sequence[Result]) -> dict[str, int]:
    """Count the results of each verdict."""
    return {verdict.value: sum(result.verdict is verdict for result in results) for verdict in Verdict}


def summary(results: Sequence[Result]) -> str:
    """Say in one line what was found."""
    parts = [f"{number} {name}" for name, number in counts(results).items() if number]
    return f"{len(results)} external links: {', '.join(parts) or 'none'}."


def as_lines(results: Sequence[Result]) -> str:
    """One line for each place that an editor should mend: ``file:line:column: id what — hint``."""
    rows = []
    for result in results:
        hint = _HINTS.get(result.verdict)
        if hint is None:
            continue
        judgement = result.judgement
        new = f" {judgement.new_url}" if judgement.new_url else ""
        what = f'external-{result.verdict} "{result.wanted.url}": {judgement.reason}'
        rows += [(at, f"{at.path}:{at.line}:{at.column}: {what} — {hint}{new}\n") for at in result.wanted.places]
    return "".join(text for _, text in sorted(rows))


def as_markdown(results: Sequence[Result], now: datetime) -> str:
    """The report for reading: what to mend first."""
    parts = [f"# External links, {now.date().isoformat()}\n\n{summary(results)}\n"]
    for verdict, (heading, advice) in _HEADINGS.items():
        chosen = [result for result in results if result.verdict is verdict]
        if chosen:
            items = "".join(_item(result) for result in chosen)
            parts.append(f"\n## {heading} ({len(chosen)})\n\n{advice}\n\n{items}")
    return "".join(parts)


def as_json(results: Sequence[Result], now: datetime) -> str:
    """The report for machines."""
    links = [_link(result) for result in results]
    report = {"made": now.isoformat(), "counts": counts(results), "links": links}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _link(result: Result) -> dict[str, Any]:
    judgement = result.judgement
    return {
        "url": result.wanted.url,
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "status": judgement.status,
        "new_url": judgement.new_url or None,
        "places": [{"file": each.path, "line": each.line, "column": each.column} for each in result.wanted.places],
    }


def _item(result: Result) -> str:
    new_url = result.judgement.new_url
    new = f"\n    - new address: <{new_url}>" if new_url else ""
    places = "".join(f"\n    - `{place.path}:{place.line}`" for place in result.wanted.places)
    return f"- <{result.wanted.url}> – {result.judgement.reason}{new}{places}\n"
