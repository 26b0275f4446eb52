"""Remembering what was worked out of a text, a page, or a file of data.

What lives here: the memories for functions of these alone. What does not: those functions. A
server checks the whole guide again after every edit, and all but the edited texts are the same: what it learnt of
them once holds.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Thing = TypeVar("Thing")
Others = ParamSpec("Others")
Found = TypeVar("Found")

_Answers = deque[tuple[tuple[Any, ...], tuple[Found, ...]]]
"""What was asked of a page, and what was found."""
_ASKED = 4
"""So many answers are known of a page, or of a file of data: one for each of a few languages."""
_memories: list[Callable[[], None]] = []
"""What empties each memory."""


def per_text(function: Callable[Others, Found]) -> Callable[Others, Found]:
    """Decorate a function of a text (and of a language, or of other short values): the same text is looked at once.

    The guide has 15,000 passages and 34,000 sentences; a guide four times as large still fits for most functions.
    """
    remembering = lru_cache(maxsize=100_000)(function)
    _memories.append(remembering.cache_clear)
    return remembering  # type: ignore[return-value]


def per_page(
    function: Callable[Concatenate[Thing, Others], Iterable[Found]],
) -> Callable[Concatenate[Thing, Others], tuple[Found, ...]]:
    """Decorate a function that finds things on a page: the very same page is looked at once, with the same others.

    A page is the same when it is the same object, as one is that is read again from the same text. What else goes
    in is compared with what went in the last few times; it may be another page, and may not be something that holds
    one. What is remembered goes when the page does. Anything that stays as it is made can stand for a page.
    """
    known: dict[int, tuple[weakref.ref[Thing], _Answers[Found]]] = {}
    _memories.append(known.clear)

    @wraps(function)
    def remembering(page: Thing, /, *others: Others.args, **named: Others.kwargs) -> tuple[Found, ...]:
        key, asked = id(page), (*map(_held, others), *named.items())
        entry = known.get(key)
        if entry is None or entry[0]() is not page:
            # Without the page its number is another's: what is known goes before that can be.
            entry = known[key] = weakref.ref(page, lambda _: known.pop(key, None)), deque(maxlen=_ASKED)
        for earlier, answer in entry[1]:
            if earlier == asked:
                return answer
        found = tuple(function(page, *others, **named))
        entry[1].append((asked, found))
        return found

    return remembering


def per_data(
    function: Callable[Concatenate[Sequence[Thing], Others], Iterable[Found]],
) -> Callable[Concatenate[Sequence[Thing], Others], tuple[Found, ...]]:
    """Decorate a function that finds things in what a data file holds, and that is read again only when it changes.

    As for a page; but what was read last is held, and of two guides that are read by turns the other's too.
    """
    known: deque[tuple[Sequence[Thing], tuple[Any, ...], tuple[Found, ...]]] = deque(maxlen=_ASKED)
    _memories.append(known.clear)

    @wraps(function)
    def remembering(entries: Sequence[Thing], /, *others: Others.args, **named: Others.kwargs) -> tuple[Found, ...]:
        asked = (*others, *named.items())
        for those, of_those, found in known:
            if those is entries and of_those == asked:
                return found
        found = tuple(function(entries, *others, **named))
        known.append((entries, asked, found))
        return found

    return remembering


def _held(thing: Any) -> Any:
    """Give what stands for a thing as long as that is there: two pages that held each other would never go."""
    return weakref.ref(thing) if hasattr(type(thing), "__weakref__") else thing


def forget() -> None:
    """Forget everything: what these functions know beside what goes in, the words of a language, is another now."""
    for empty in _memories:
        empty()
