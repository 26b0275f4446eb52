"""Checks of pictures, style sheets, scripts and templates as such.

What lives here: what the findings mean; what is wrong is told by ``data.py`` out of the guide's problems. What does
not: looking into the files (``reading/assets.py``), and whether pages use them (``links.py``).
"""

from __future__ import annotations

from guide.checks.findings import Rule

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
    "Script that reaches too far",
    "A script asks for a file that is not there, or for something on another host.",
    "It does nothing, or other hosts learn who reads the guide.",
    "put what it needs in docs/assets",
)
TEMPLATE = Rule(
    "template-wrong",
    "Template that cannot be used as it is",
    "A template cannot be read, holds a script or a style of its own, or fetches from another host.",
    "The page is not built, or browsers refuse what stands in it.",
    "put scripts in scripts/guide/client and styles in docs/assets/css; take addresses from settings",
)
