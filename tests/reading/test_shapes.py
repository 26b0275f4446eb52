"""Whatever settings and data files hold: a value that fits its shape, or a fault with place, words and hint."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import guides
from guide.model.settings import GuideSettings, SettingsError
from guide.reading import data as readers
from guide.reading.data import read_claims
from guide.reading.guide import _DATA_READERS
from guide.reading.settings import load_settings

quick = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
KEYS = st.sampled_from(
    [
        *GuideSettings.model_fields,
        *("author", "kind", "pattern", "required", "unique", "sv", "id", "to", "from", "term"),
        *("questions", "question", "options", "page", "see", "correct", "forms", "texts", "position", "anchors"),
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(["slug", "text", "", "/a/"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@quick
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_block_of_settings_is_read_or_refused_with_its_place(block: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = json.dumps({"site_name": "A", "extra": {"guide": block}}, indent=1)
        root = guides.write(Path(folder), {"mkdocs.yml": text, "docs/index.md": "# A\n"}, {})
        try:
            assert load_settings(root / "mkdocs.yml").languages
        except SettingsError as error:
            assert error.position.line > 1 and error.message and error.hint


@pytest.mark.parametrize("role", _DATA_READERS)
@quick
@given(value=VALUES)
def test_any_value_in_a_data_file_gives_entries_or_problems(role: str, value: Any) -> None:
    found, problems = _DATA_READERS[role][1](json.dumps(value), "data/file")
    assert isinstance(found, tuple) and all(problem.message for problem in problems)


@quick
@given(value=VALUES)
def test_any_value_in_a_file_of_claims_gives_claims_or_problems(value: Any) -> None:
    for whole in (value, {"seen": "summary", "part": {"sv": "a"}, "checked": "2026-01-01", "claims": value}):
        read = read_claims(json.dumps(whole), "data/claims/key.yml")
        assert read.problems and all(problem.message for problem in read.problems)


@pytest.mark.parametrize(
    ("role", "text", "line", "says"),
    [
        ("glossary", "- id: trust\n  sv: {term: tillit}\n", 1, '"trust" has no definition in sv'),
        (
            "glossary",
            "- id: a\n  sv: {term: t, definition: d, form: [x]}\n",
            2,
            '"a" in sv: unknown key "form"',
        ),
        (
            "glossary",
            "- id: a\n  sv: {term: t, definition: d, forms: x}\n",
            2,
            '"forms" must be a list, not text',
        ),
        ("glossary", "- id: a\n  texts: {sv: {term: t, definition: d}}\n", 2, '"a": unknown key "texts"'),
        ("redirects", "- {from: /a/, to: /b/}\n- from: /c/\n  to: /d/\n  position: [1]\n", 4, 'unknown key "position"'),
        ("quizzes", "- page: a.md\n  questions:\n    - id: b\n      correct: 0\n", 3, '"b" has no see'),
        ("redirects", "- {from: /a/, to: /b/}\n- {from: /c/}\n", 2, 'an entry has no "to"'),
        (
            "bibliography",
            '[\n{"id": "a", "type": "bok", "title": "T"}]',
            2,
            '"a": "type" "bok" is not an allowed',
        ),
        ("bibliography", '[\n{"id": "a", "type": "book", "title": "T", "Url": "x"}]', 2, '"a": unknown key "Url"'),
        ("ledger", '{\n"/a/": {},\n"b": {}}', 3, "does not begin with /"),
        ("translations", '{\n"a.md": {"why": 1}}', 2, '"why" must be a mapping, not a number'),
    ],
)
def test_a_fault_is_said_at_its_place(role: str, text: str, line: int, says: str) -> None:
    _, problems = getattr(readers, f"read_{role}")(text, "data/file")
    assert [problem.position.line for problem in problems if says in problem.message] == [line], problems


def test_a_faulty_entry_is_kept_so_that_nothing_else_is_found_of_it() -> None:
    terms, problems = readers.read_glossary("- id: trust\n  sv: {term: tillit}\n", "g.yml")
    assert [term.id for term in terms] == ["trust"] and len(problems) == 1
    text = "- id: trust\n  sv: {term: t, definition: '', forms: [1, a, 2]}\n  page: 5\n  pages: x\n"
    terms, problems = readers.read_glossary(text, "g.yml")
    sv = "{question: q, options: [''], explanation: e}"
    quiz = f"- page: a.md\n  questions:\n    - {{id: b, sv: {sv}, correct: 0, see: s}}\n"
    assert len(readers.read_quizzes(quiz, "q.yml")[1]) == 2
    assert [(term.page, term.texts["sv"].forms) for term in terms] == [("", ("a",))] and len(problems) == 5


def test_a_name_that_was_meant_is_offered(tmp_path: Path) -> None:
    found = guides.findings(tmp_path, {"data/bibliography.json": ('"type"', '"publsher": "A",\n    "type"')})
    assert [(each.id, each.suggestion) for each in found] == [("source-form", "publisher")]
