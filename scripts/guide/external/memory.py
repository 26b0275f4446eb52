"""What was found in earlier runs: a file that spares other people's servers, and knows how long a link has failed.

What lives here: the cache file and how long each verdict counts. It may be thrown
away at any time; a broken one is. What does not: judging one answer (``verdicts.py``).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from guide.external.verdicts import Judgement, Verdict

_SETTLED = timedelta(days=7)
_OPEN = timedelta(hours=12)
_LONG_UNSURE = timedelta(days=14)
_OFTEN_UNSURE = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one address."""

    judgement: Judgement
    """What was said of it last."""
    checked: datetime
    """When."""
    since: datetime
    """Since when the verdict has been the same."""
    times: int = 1
    """How many runs in a row gave this verdict."""

    def counts_at(self, now: datetime) -> bool:
        """Say whether it need not be looked at again yet: a week when all is well, half a day else."""
        settled = self.judgement.verdict in {Verdict.ALIVE, Verdict.MOVED, Verdict.BLOCKED}
        return timedelta(0) <= now - self.checked < (_SETTLED if settled else _OPEN)

    def grown_old(self) -> Known:
        """Call dead what has been unsure in several runs, for two weeks."""
        is_old = self.checked - self.since >= _LONG_UNSURE and self.times >= _OFTEN_UNSURE
        if self.judgement.verdict is not Verdict.UNSURE or not is_old:
            return self
        reason = f"{self.judgement.reason}, in every run since {self.since.date().isoformat()}"
        return replace(self, judgement=replace(self.judgement, verdict=Verdict.DEAD, reason=reason))


Memory = dict[str, Known]


def remembered(judgement: Judgement, former: Known | None, now: datetime) -> Known:
    """Put a fresh judgement into the row of earlier ones."""
    if former is None or former.judgement.verdict is not judgement.verdict:
        return Known(judgement, now, now)
    return Known(judgement, now, former.since, former.times + 1)


def read_memory(path: Path) -> Memory:
    """Read the cache file; what cannot be read is forgotten."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    links = value.get("links") if isinstance(value, dict) else None
    found: Memory = {}
    for url, entry in links.items() if isinstance(links, dict) else ():
        known = _known(entry)
        if known is not None:
            found[url] = known
    return found


def write_memory(memory: Mapping[str, Known], path: Path, keep: Collection[str]) -> None:
    """Write the cache file, whole or not at all; addresses that are not in ``keep`` are forgotten."""
    links = {url: _entry(known) for url, known in sorted(memory.items()) if url in keep}
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        json.dump({"links": links}, file, ensure_ascii=False, indent=1)
    Path(file.name).replace(path)


def _entry(known: Known) -> dict[str, Any]:
    judgement = known.judgement
    return {
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "status": judgement.status,
        "new_url": judgement.new_url,
        "checked": known.checked.isoformat(),
        "since": known.since.isoformat(),
        "times": known.times,
    }


def _known(entry: Any) -> Known | None:
    try:
        judgement = Judgement(Verdict(entry["verdict"]), str(entry["reason"]), entry["status"], str(entry["new_url"]))
        checked, since = (datetime.fromisoformat(entry[key]).astimezone(UTC) for key in ("checked", "since"))
        return Known(judgement, checked, since, int(entry["times"]))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
