"""Faults of files as files, each with a twin that is right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from guide.checks.findings import Finding
from guides import FAQ_SV, STEPS_SV, WHOLE, Edits, Fault, findings, write


@dataclass(frozen=True)
class LinkedFault(Fault):
    """A fault made of links: each edit names a link and what it leads to."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Check the guide with the links."""
        write(folder, WHOLE, {})
        for path, goal in edits.items():
            if isinstance(goal, bytes):
                (folder / path).symlink_to(goal.decode())
        return findings(folder)


FAULTS = [
    Fault(
        "file-copy",
        {"docs/sv/faq (Annas konflikterande kopia 2026-11-28).md": FAQ_SV},
        {"docs/sv/.faq.md.swp": FAQ_SV},
        "docs/sv/faq (Annas konflikterande kopia 2026-11-28).md:1",
        'it is a copy of "faq.md"',
    ),
    Fault(
        "file-not-utf8",
        {"docs/sv/steps/index.md": STEPS_SV.encode("latin-1")},
        {"docs/sv/steps/index.md": STEPS_SV.encode()},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "file-bom",
        {"docs/sv/steps/index.md": b"\xef\xbb\xbf" + STEPS_SV.encode()},
        {"docs/sv/steps/index.md": STEPS_SV + "\n"},
        "docs/sv/steps/index.md:1",
    ),
    Fault(
        "file-line-ends",
        {"docs/sv/steps/index.md": STEPS_SV.replace("\n\n", "\n\r\n")},
        {"docs/sv/steps/index.md": STEPS_SV.rstrip("\n")},
        "docs/sv/steps/index.md:1",
        "CRLF and LF",
    ),
    Fault(
        "file-decomposed",
        {"docs/sv/steps/index.md": unicodedata.normalize("NFD", STEPS_SV)},
        {"docs/sv/steps/index.md": unicodedata.normalize("NFC", STEPS_SV)},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "file-invisible",
        {"docs/sv/steps/index.md": ("på varandra", "på\u200bvarandra")},
        {"docs/sv/steps/index.md": ("på varandra", "på\u00a0varandra")},
        "docs/sv/steps/index.md:14:17",
        "ZERO WIDTH SPACE",
    ),
    Fault(
        "file-invisible",
        {"docs/sv/steps/index.md": ("på varandra", "på\u200cvarandra")},
        {"docs/sv/steps/index.md": ("på varandra", "på می\u200cخواهم")},
        "docs/sv/steps/index.md:14:17",
        "NON-JOINER",
    ),
    Fault(
        "file-name-collision",
        {"docs/assets/Logo.svg": "<svg/>"},
        {
            "docs/assets/logo2.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "docs/sv/index.md": ("(faq.md).", "(faq.md). ![Två](../assets/logo2.svg)"),
        },
        "docs/assets/logo.svg:1",
    ),
    Fault(
        "file-name-form",
        {"docs/sv/steps/Ny_sida.md": STEPS_SV},
        {"docs/sv/steps/index.md": STEPS_SV},
        "docs/sv/steps/Ny_sida.md:1",
        "steps/ny-sida.md",
    ),
    Fault(
        "leftover-merge",
        {"docs/sv/steps/index.md": ("Stegen bygger", "<<<<<<< HEAD\nStegen bygger")},
        {"docs/sv/steps/index.md": ("Stegen bygger", "`<<<<<<< HEAD` Stegen bygger")},
        "docs/sv/steps/index.md:14",
    ),
    LinkedFault("folder-linked", {"docs/en/loop": b"."}, {"docs/en/loop": None}, "docs/en/loop:1", "is a link"),
    *(
        Fault(
            "file-copy",
            {f"docs/sv/steps/culture{name}.md": STEPS_SV},
            {"docs/sv/steps/index.md": STEPS_SV},
            f"docs/sv/steps/culture{name}.md:1",
        )
        for name in (" (conflicted copy)", " - Copy", " (1)", " 2", "_sync-conflict-20261128")
    ),
]
