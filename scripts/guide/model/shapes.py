"""What shapes of files are made of: the base that knows its keys, and the forms that texts have.

What lives here: building blocks of declared shapes (pydantic). From a shape come both the check
and the JSON Schema that editors complete by. What does not: the shapes themselves (``schema.py``,
``data.py``, ``settings.py``), and what is said of a value that does not fit (``reading/shapes.py``).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.dataclasses import dataclass as shape
from pydantic_core import PydanticCustomError

from guide.tools.slugs import KEBAB, SLUG, is_language
from guide.words.countries import country_codes, is_country

STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True)
"""Unknown keys are faults; what stands below an attribute is what the editor shows."""
ABSENT: Any = None
"""Default of a mapping that need not be there, but is never empty."""
TEXTS = "(texts)"
"""Key below which the texts of an entry are gathered by language; no file can mean it."""
SHARED = "shared"
"""Marks a key on which the languages of a page must agree."""


class Shape(BaseModel):
    """A mapping whose keys are all known."""

    model_config = {**STRICT, "frozen": True}


class Hyphened(Shape):
    """A mapping whose keys have hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))


def languages_apart(value: Any, own: frozenset[str]) -> Any:
    """Gather what stands under languages' codes below one key."""
    if not isinstance(value, dict):
        return value
    texts = {key: text for key, text in value.items() if is_language(str(key)) and key not in own}
    return {**{key: item for key, item in value.items() if key not in texts}, TEXTS: texts}


@shape(frozen=True, config=STRICT)
class InLanguages:
    """An entry with texts under the languages' codes, gathered in ``texts``, beside what is the same in all."""

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, value: Any) -> Any:
        return languages_apart(value, frozenset(cls.__dataclass_fields__))


FORMS = {
    "slug": SLUG,
    "kebab": KEBAB,
    "sentence": r"^[^\n]*[.?!][”’)]?$",
    "address": r"^/([^/ ][^ ]*)?$",
    "rooted": r"^/",
    "parts": r"[^|\s]",
    "path": r"^[^\x00]+$",
}
"""Forms that a text can have, as patterns that the check and the editor both understand."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=FORMS["slug"])]
Kebab = Annotated[str, StringConstraints(pattern=FORMS["kebab"])]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, pattern=FORMS["sentence"])]
Rooted = Annotated[str, StringConstraints(pattern=FORMS["rooted"])]
Parts = Annotated[str, StringConstraints(pattern=FORMS["parts"])]
FilePath = Annotated[str, StringConstraints(pattern=FORMS["path"])]
SiteAddress = Annotated[str, StringConstraints(pattern=FORMS["address"])]


def _country(code: str) -> str:
    if not is_country(code):
        raise PydanticCustomError("country", "is not a country code")
    return code


def _offer_countries(schema: dict[str, Any]) -> None:
    schema["enum"] = list(country_codes())


Country = Annotated[str, AfterValidator(_country), Field(json_schema_extra=_offer_countries)]
