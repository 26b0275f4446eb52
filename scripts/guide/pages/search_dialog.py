"""What the search dialog says by its script, in the words of one language.

What lives here: the words that the dialog carries as JSON. What does not: the dialog
(``overrides/partials/search.html``) and the script that shows them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.words import words_of
from guide.words.countries import language_name


def search_words(language: str, others: Sequence[str]) -> Mapping[str, str]:
    """Give the script's words by key; the first of the ``others`` is the language that can be searched too."""
    other = language_name(others[0], language) if others else ""
    return {key: text.replace("{language}", other) for key, text in words_of(language).section("search").items()}
