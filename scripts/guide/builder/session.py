"""The guide as a builder holds it: read once per build, checked before and after.

What lives here: the order of reading, checking and reporting during a build.
What does not: MkDocs (``hook.py``) and the checks themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from guide.checks.findings import Finding
from guide.checks.report import as_lines, summary
from guide.checks.running import check_site, check_sources
from guide.model.guide import Guide
from guide.model.settings import SettingsError
from guide.reading.guide import read_guide
from guide.reading.history import days_of_change
from guide.reading.settings import load_settings
from guide.reading.site import read_site


class BuildSession:
    """Holds the guide that is being built and says whether the build may go on."""

    stops_on_findings: bool = True
    """False while serving: a writer sees the findings and keeps the page."""

    def __init__(self) -> None:
        """Hold nothing until the first build."""
        self._guide: Guide | None = None
        self.history: Mapping[str, date] = {}
        """When each source was last changed, by its path in the docs folder."""

    @property
    def guide(self) -> Guide:
        """The guide read last; RuntimeError before the first reading."""
        if self._guide is None:
            raise RuntimeError("the guide has not been read: check_sources() comes first")
        return self._guide

    def check_sources(self, mkdocs_yml: Path, site_url: str) -> bool:
        """Read and check the sources; give False where the build must stop.

        ``site_url`` is the address that is built for; "" where it has none, as on a server on localhost.
        """
        try:
            self._guide = read_guide(replace(load_settings(mkdocs_yml), site_url=site_url))
        except SettingsError as broken:
            print(broken, file=sys.stderr)
            return False
        self.history = days_of_change(self.guide.settings.docs_dir)
        return self._report(check_sources(self.guide))

    def check_site(self, site_dir: Path) -> bool:
        """Check the built site; give False where the build must fail."""
        name = self.guide.settings.relative(self.guide.settings.site_dir)
        return self._report(check_site(self.guide, read_site(site_dir, name)))

    def _report(self, findings: Sequence[Finding]) -> bool:
        if findings:
            print(as_lines(findings) + summary(findings), file=sys.stderr)
        return not findings or not self.stops_on_findings
