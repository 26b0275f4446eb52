"""Where the checker's parser and the builder's read one text otherwise.

What lives here: the two outlines of a page side by side, and the words of each block side by side. What does not:
the outlines themselves (``outline.py``, ``rendered.py``), and what to write instead (``checks/rules/readings.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from markdown_it.token import Token

from guide.model.settings import Extensions
from guide.reading.outline import Outlined, squeezed, words_in
from guide.reading.rendered import Rendered, builder_with


class Difference(NamedTuple):
    """One stretch that the two read otherwise."""

    line: int
    """Line (from 0) that it starts on."""
    last: int
    """Line (from 0) that its last block starts on."""
    read: str
    """What the checker's parser sees there."""
    built: str
    """What the builder makes of it."""


# What both are known to read alike, so that most texts need not be read a second time: notes, links and emphasis
# around plain words, and letters that mean nothing to either.
_PLAIN = r"[^\\`*_\[\]<>&{}|~]"
_ALIKE = re.compile(
    r"\[\^[\w#.:-]+\]"
    rf"|\[{_PLAIN}+\]\([\w./#:?=%,;@+-]+\)"
    rf"|\*\*\w(?:{_PLAIN}*\w)?\*\*"
    rf"|\*\w(?:{_PLAIN}*\w)?\*(?:\{{lang=\w\w\}})?"
)
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>&{}]|~~")


_KNOWN = frozenset(
    {
        *("toc", "tables", "fenced_code", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
        *("extra", "meta", "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"),
    }
)
"""Extensions whose blocks the checker's parser knows too."""


def differences(ours: Sequence[Outlined], text: str, extensions: Extensions) -> Iterator[Difference]:
    """Give every stretch of ``text`` that is read otherwise, where ``ours`` is the checker's reading of it.

    Nothing is compared where the guide uses an extension that the checker's parser knows nothing of.
    """
    if any(name.removeprefix("markdown.extensions.") not in _KNOWN for name, _ in extensions):
        return
    rendered = Rendered(text, builder_with(extensions))
    theirs = rendered.outline()
    here, there = ([(block.kind, block.text) for block in outline] for outline in (ours, theirs))
    if here == there:
        yield from _words(ours, rendered)
        return
    for same, first, last, begin, end in _stretches(here, there):
        if same:
            yield from _words(ours[first:last], rendered)
        else:
            line = ours[min(first, len(ours) - 1)].line if ours else 0
            until = ours[last - 1].line if last > first else line
            yield Difference(line, max(line, until), _told(ours[first:last]), _told(theirs[begin:end]))


_Stretch = tuple[bool, int, int, int, int]
_FEWEST_BETWEEN = 5


def _stretches(here: Sequence[object], there: Sequence[object]) -> list[_Stretch]:
    """Give what is the same and what is not; two stretches with hardly a block between them have one cause."""
    found: list[_Stretch] = []
    codes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    for number, (name, first, last, begin, end) in enumerate(codes):
        same = name == "equal" and (number in (0, len(codes) - 1) or last - first >= _FEWEST_BETWEEN)
        if found and not same and not found[-1][0]:
            first, begin = found[-1][1], found[-1][3]
            found.pop()
        found.append((same, first, last, begin, end))
    return found


def _words(outline: Sequence[Outlined], rendered: Rendered) -> Iterator[Difference]:
    """Compare the words of blocks in which the same is written."""
    for block in outline:
        if block.inline is not None and _MEANS_SOMETHING.search(_ALIKE.sub("", block.text)):
            own = words_in(block.inline.children or ())
            built = _without_notes(rendered.words(block.inline.content), block.inline.children or ())
            if own != built:
                yield Difference(block.line, block.line, *_around(own, built))


def _without_notes(words: str, children: Sequence[Token]) -> str:
    """Take the references to notes out, which the builder makes of them only when it has the notes."""
    for child in children:
        if child.type == "citation":
            words = words.replace(f"[^{child.content}]", "", 1)
    return squeezed(words)


def _around(own: str, built: str) -> tuple[str, str]:
    """Give the two texts from a word before the first letter that differs."""
    same = next((n for n, (a, b) in enumerate(zip(own, built, strict=False)) if a != b), min(len(own), len(built)))
    start = own.rfind(" ", 0, max(0, own.rfind(" ", 0, same))) + 1
    return f"“{own[start:]}”", f"“{built[start:]}”"


def _told(blocks: Sequence[Outlined]) -> str:
    """Tell of blocks in a few words."""
    named = [f"{each.kind} “{each.text}”" if each.text else each.kind for each in blocks if each.kind != "end"]
    return ", ".join(named[:3]) or "nothing"
