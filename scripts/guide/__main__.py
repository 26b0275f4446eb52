"""``python -m guide``."""

from __future__ import annotations

import sys

from guide import build, ledger, proofreading
from guide.cli import COMMANDS, Command, main
from guide.external import command as external
from guide.packages import writing
from guide.pdf import printing

COMMANDS += [
    Command("build", "build and check the guide into site/", build.build_options, build.run_build),
    Command("packages", "write the course packages of a built site", writing.packages_options, writing.run_packages),
    Command("pdf", "print the paths and the whole guide as PDF", printing.pdf_options, printing.run_pdf),
    Command("serve", "build, check and serve the guide on localhost", build.serve_options, build.run_serve),
    Command("release", "add what is published to the ledger of addresses", ledger.release_options, ledger.run_release),
    Command(
        "check-external", "look whether the external links answer", external.external_options, external.run_external
    ),
    Command("spell", "look every word up in the dictionaries", proofreading.spell_options, proofreading.run_spell),
    Command(
        "readability",
        "show how hard each page is to read",
        proofreading.readability_options,
        proofreading.run_readability,
    ),
]

if __name__ == "__main__":
    sys.exit(main())
