"""Whatever the files hold, reading and checking them ends, and raises nothing (Hypothesis)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import guides
from guide.checks.catalogue import catalogue
from guide.checks.findings import Finding
from guide.checks.fixes import apply_fixes
from guide.checks.report import FORMATS, one_line
from guide.checks.running import all_rules, check_site, check_sources, rules_by_concern
from guide.model.settings import SettingsError
from guide.model.targets import read_target
from guide.reading.data import read_bibliography, read_glossary, read_ledger, read_redirects, read_translations
from guide.reading.encoding import decode
from guide.reading.guide import read_guide
from guide.reading.markdown import split_attributes
from guide.reading.page import PageReader
from guide.reading.settings import load_settings
from guide.reading.site import read_site
from guide.tools.slugs import slugify
from guide.tools.yaml import YamlError, read_yaml

quick = settings(max_examples=150)
few = settings(max_examples=25)

# Pieces that mean something to a reader, so that chance meets more than plain text.
_PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "### A {#a}\n",
            "{#a}",
            "{: #a .b c=d }",
            "- ",
            "  - ",
            "    - ",
            "1. ",
            "> ",
            "\n",
            "\n\n",
            "    ",
        ),
        *(
            "[a](b.md#c)",
            "[a][b]",
            "[b]: c.md\n",
            "![](d.png)",
            "[^a]",
            "[^a]: b\n",
            "[",
            "](",
            ")",
            "<",
            ">",
            "`",
            "```\n",
        ),
        *("| a | b |\n", "| - | - |\n", '!!! note "A"\n', "??? x\n", '=== "T"\n', ":   b\n", "<div id='a'>", "</div>"),
        *(
            "<!-- allow: id-twice — x -->",
            "<!-- also: a | b -->",
            "<!-- guide:glossary -->",
            "<!--",
            "-->",
            "<svg>",
            "url(#a)",
        ),
        *(
            "---\n",
            "title: ",
            "type: faq\n",
            "slug: a\n",
            "? ",
            "\\",
            "*",
            "_",
            "&amp;",
            "\t",
            "\r\n",
            "\u0308",
            "\0",
            "å",
        ),
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join))
_BYTES = st.one_of(st.binary(max_size=200), _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))


def _in_order(found: list[Finding]) -> None:
    known = all_rules()
    for finding in found:
        assert finding.id in known and finding.position.line >= 1 and finding.position.column >= 1
        assert "\n" not in one_line(finding) and " — " in one_line(finding)
    for write in FORMATS.values():
        write(found, known)


@quick
@given(_TEXTS)
def test_any_markdown_is_read_and_every_place_is_in_the_text(text: str) -> None:
    text, _ = decode(text.encode("utf-8", "surrogatepass"), "docs/a.md")
    page = PageReader(text, "docs/a.md", "a.md").page("sv", "a.md", "faq")
    lines = text.count("\n") + 1
    for item in (*page.headings, *page.links, *page.images, *page.citations, *page.tables, *page.lists, *page.comments):
        assert 1 <= item.position.line <= lines
    assert page.sections[0].id == "_page"


@quick
@given(st.binary(max_size=300))
def test_any_bytes_become_text_without_carriage_returns_or_mark(data: bytes) -> None:
    text, facts = decode(data, "a")
    assert "\r" not in text
    assert (facts.not_utf8_at is None) or "\ufffd" in text


@quick
@given(_TEXTS)
def test_any_yaml_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        read_yaml(text)
    except YamlError as error:
        assert error.line >= 1 and error.column >= 1


@quick
@given(
    st.one_of(_TEXTS, st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=20).map(repr))
)
def test_any_data_file_gives_entries_or_problems(text: str) -> None:
    known = all_rules()
    for read in (read_bibliography, read_glossary, read_redirects, read_ledger, read_translations):
        _, problems = read(text, "data/file")
        assert all(problem.code in known for problem in problems)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "sv", "term", "pages", "/a/", "forms"]), inner)
    ),
    max_leaves=15,
)


@quick
@given(_JSON)
def test_any_json_value_gives_entries_or_problems(value: object) -> None:
    import json

    text = json.dumps(value)
    for read in (read_bibliography, read_glossary, read_redirects, read_ledger, read_translations):
        read(text, "data/file")


@quick
@given(_TEXTS)
def test_any_address_attribute_list_and_slug_is_taken_apart(text: str) -> None:
    assert read_target(text, "sv/a/b.md").kind
    assert len(split_attributes(text)[0]) <= len(text)
    assert slugify(text).isascii()


@few
@given(st.dictionaries(st.sampled_from(sorted(guides.WHOLE)), _BYTES, min_size=1, max_size=3))
def test_any_files_in_a_guide_give_findings_and_nothing_else(edits: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = guides.write(Path(folder), guides.WHOLE, edits)
        try:
            guide = read_guide(load_settings(root / "mkdocs.yml"))
        except SettingsError as error:
            assert "mkdocs.yml" in edits and str(error).startswith("mkdocs.yml:")
            return
        found = check_sources(guide)
        _in_order(found)
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        fixed = apply_fixes(found, root)
        changed = {path for path, data in before.items() if path.read_bytes() != data}
        assert {root / finding.position.path for finding in fixed} >= changed


@few
@given(
    st.dictionaries(
        st.sampled_from(["index.html", "steg/index.html", "sitemap.xml", "search/search_index.json"]), _BYTES
    )
)
def test_any_files_in_a_site_give_findings_and_nothing_else(edits: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        guide = guides.read(Path(folder) / "guide", {"data/redirects.yml": None})
        guides.write(Path(folder) / "site", guides.built(guide), edits)
        _in_order(check_site(guide, read_site(Path(folder) / "site", "site")))


@quick
@given(st.text(max_size=100))
def test_mending_twice_is_mending_once(text: str) -> None:
    files = {"mkdocs.yml": "site_name: A\n", "docs/index.md": f"# A\n{text.encode('utf-8', 'replace').decode()}"}
    with tempfile.TemporaryDirectory() as folder:
        config = guides.write(Path(folder), files, {}) / "mkdocs.yml"
        apply_fixes(check_sources(read_guide(load_settings(config))), Path(folder))
        again = check_sources(read_guide(load_settings(config)))
        assert [finding.id for finding in again if finding.id.startswith("file-") and finding.fix] == []


def test_the_catalogue_is_the_same_every_time() -> None:
    assert catalogue(rules_by_concern()) == catalogue(rules_by_concern())
