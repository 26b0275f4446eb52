"""The words and those who ask for them: every key that is asked for is there, and every key is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import material
import pytest

from guide.model.guide import Guide
from guide.tools.slugs import is_kebab
from guide.words import own_files, words_of
from guide.words.countries import country_name, is_country

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
MODULES = sorted((ROOT / "scripts" / "guide").rglob("*.py"))
KEYS = frozenset(own_files()["sv"].values)
_KEY = re.compile(r"""[\w)]\[["']([a-z-]+\.[a-z0-9.-]+)["']\]""")
_SECTION = re.compile(r"""section\(["']([a-z.-]+)["']\)|\[f["']([a-z-]+)\.\{|["']([a-z-]+)\.["'] ~ key""")
_VOCABULARY = re.compile(r"""(?:vocabulary|name_of)\(["']([a-z-]+)["']""")
_THEME = re.compile(r"""lang\.t\(["']([a-z.]+)["']\)""")


def _sources() -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in (*TEMPLATES, *MODULES))


def _asked_for() -> set[str]:
    return {key for text in _sources() for key in _KEY.findall(text)}


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = _asked_for()
    assert len(asked) > 50
    assert asked - KEYS == set()


def test_every_word_is_asked_for() -> None:
    sections = {name for text in _sources() for found in _SECTION.findall(text) for name in found if name}
    sections |= {f"vocabularies.{name}" for text in _sources() for name in _VOCABULARY.findall(text)}
    asked = _asked_for() | {key for key in KEYS if key.rpartition(".")[0] in sections}
    assert KEYS - asked == set()


def test_what_materials_templates_ask_for_is_there_and_no_more() -> None:
    folder = Path(material.__file__).parent / "templates"
    used = [folder / "partials" / f"{name}.html" for name in ("footer", "nav", "tabs", "top")]
    texts = (path.read_text(encoding="utf-8") for path in (*used, *TEMPLATES))
    asked = {key for text in texts for key in _THEME.findall(text)} - {"language", "direction"}
    assert {f"theme.{key.replace('.', '-')}" for key in asked} == {key for key in KEYS if key.startswith("theme.")}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_word_or_asks_which_language_it_is(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"\bsv\b|== ?['\"][a-z]{2}['\"]|[åäöÅÄÖ]", text) == []
    shown = re.sub(r"<[^>]*>", "", re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>", "", text, flags=re.DOTALL))
    assert re.findall(r"[^\W\d_]{2,}", shown.replace("CC BY", "").replace("class=", "")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_asks_which_language_it_is(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            told = [each for each in (node.left, *node.comparators) if isinstance(each, ast.Constant)]
            assert not {each.value for each in told} & {"sv", "en"}, f"{path}:{node.lineno}"
        if isinstance(node, ast.Dict):
            assert not {key.value for key in node.keys if isinstance(key, ast.Constant)} & {"sv", "en"}, node.lineno


@pytest.mark.parametrize("code", ["sv", "en"])
def test_keys_are_kebab_case(code: str) -> None:
    file = own_files()[code]
    assert file.problems == []
    # A type of page and a scheme may be a key; so may "1-3", a version.
    assert [key for key in file.values if not all(map(is_kebab, key.split(".")))] == []


def test_a_word_that_nobody_has_is_remembered_and_shown_as_its_key() -> None:
    words = words_of("xx")
    assert words["notes.heading"] == "notes.heading" and not words.unknown
    assert words["no.such-word"] == "no.such-word" and words.unknown == {"no.such-word"}


@pytest.mark.parametrize("language", ["sv", "en", "nb"])
def test_every_country_that_a_check_accepts_has_a_name(language: str) -> None:
    codes = [f"{first}{second}" for first in _LETTERS for second in _LETTERS if is_country(f"{first}{second}")]
    assert len(codes) == 249, "ISO 3166-1 has 249 countries and territories"
    assert [code for code in codes if country_name(code, language) == code] == []


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("code", ["ZZ", "EU", "UK", "se", "SWE", "752", ""])
def test_what_is_no_country_is_not_accepted(code: str) -> None:
    assert not is_country(code)


def test_the_guides_cases_are_in_countries(guide: Guide) -> None:
    found = [page.front.values["case"]["country"] for page in guide.pages if page.type == "case"]
    assert found and all(map(is_country, found))
