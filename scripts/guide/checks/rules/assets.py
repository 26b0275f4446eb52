"""Checks of pictures, style sheets, scripts and templates as such.

What lives here: what the findings mean; what is wrong is told by ``data.py`` out of the guide's problems. What does
not: looking into the files (``reading/assets.py``), and whether pages use them (``links.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide

PICTURE = Rule(
    "picture-wrong",
    "Picture that cannot be shown, or does more than that",
    "The file is empty, cut short, of another kind than its name says, heavier than two megabytes, or holds a script.",
    "The reader sees a broken picture, or waits for it; a script in it may do anything.",
    "save the picture again, as what its name says and no larger than it is shown",
)
STYLE = Rule(
    "style-wrong",
    "Style sheet that cannot be read, or reaches too far",
    "A rule cannot be read, or asks for a file that is not there or stands on another host.",
    "What follows looks otherwise than it should, or other hosts learn who reads the guide.",
    "mend the rule; put what it needs in docs/assets",
)
SCRIPT = Rule(
    "script-wrong",
    "Script that cannot be read, or reaches too far",
    "A script cannot be parsed, asks for a file or a name that is not there, or for something on another host.",
    "It does nothing, or other hosts learn who reads the guide.",
    "mend the line; put what it needs in docs/assets",
)
TEMPLATE = Rule(
    "template-wrong",
    "Template that cannot be used as it is",
    "A template cannot be read, uses a filter or names a page that is not there, holds a script or a style of its own, "
    "or fetches from another host.",
    "The page is not built, or browsers refuse what stands in it.",
    "put scripts in scripts/guide/client and styles in docs/assets/css; take addresses from settings",
)


@source_check(TEMPLATE)
def pages_in_templates(guide: Guide) -> Iterator[Finding]:
    """Pages that templates lead to."""
    known = {*guide.paths, *guide.page_by_source}
    for name, position in guide.pages_in_templates:
        if name not in known:
            hint = "write the path of a page within a language"
            yield TEMPLATE.at(position, f'there is no page "{name}"', hint=hint, suggestion=nearest(name, known))
