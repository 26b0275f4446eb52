"""What the readers make of Markdown, YAML and addresses: places, structure, resolution."""

from __future__ import annotations

from pathlib import Path

import pytest

import guides
from guide.model.page import Page
from guide.model.targets import Kind, read_target
from guide.reading.markdown import split_attributes
from guide.reading.page import PageReader
from guide.tools.slugs import slugify
from guide.tools.yaml import YamlError, read_yaml


def _page(text: str) -> Page:
    return PageReader(text, "docs/sv/a/b.md", "sv/a/b.md").page("sv", "a/b.md", "faq")


def _places(text: str) -> list[tuple[str, int, int]]:
    return [(link.href, link.position.line, link.position.column) for link in _page(text).links]


def test_links_know_their_line_and_column_in_every_block() -> None:
    text = (
        "---\ntitle: A\n---\n\n# H\n\nOne\ntwo [a](a.md) and\n[b](b.md).\n\n"
        "- item [c](c.md)\n\n    > deep [d](d.md)\n\n"
        '!!! note "N"\n\n    box [e](e.md)\n\n'
        "| x | [f](f.md) |\n| - | - |\n| y | [g](g.md) |\n\nTerm\n:   def [h](h.md)\n"
    )
    assert _places(text) == [
        ("a.md", 8, 5),
        ("b.md", 9, 1),
        ("c.md", 11, 8),
        ("d.md", 13, 12),
        ("e.md", 17, 9),
        ("f.md", 19, 7),
        ("g.md", 21, 7),
        ("h.md", 24, 9),
    ]


def test_code_holds_no_links_citations_or_headings() -> None:
    page = _page("# A\n\n`[a](b.md)[^c]`\n\n```\n# B\n[a](b.md)\n```\n\n    # C {#c}\n")
    assert (page.links, page.citations, len(page.headings)) == ((), (), 1)


def test_ids_come_from_attribute_lists_html_and_heading_texts() -> None:
    page = _page('# Första steget\n\n## Två {#two .wide}\n\n## Två\n\n## Två\n\n<a id="x"></a> [l](a.md){ #y }\n')
    assert {"forsta-steget", "two", "tva", "tva_1", "x", "y"} <= page.anchors


def test_callout_tab_and_details_contents_are_read() -> None:
    page = _page('# A\n\n??? tip "T"\n\n    [a](a.md)\n\n=== "En"\n\n    [b](b.md)\n\n!!! note\n    [c](c.md)\n')
    assert [link.href for link in page.links] == ["a.md", "b.md", "c.md"]
    assert [(callout.kind, callout.title) for callout in page.callouts] == [("tip", "T"), ("tab", "En"), ("note", None)]


def test_links_images_and_ids_in_raw_html_are_read() -> None:
    page = _page('# A\n\n<div markdown>\n<a href="x.md" id="i">X</a>\n<img src="a.png" alt="Bild">\n</div>\n')
    assert [(link.text, link.href, link.position.line) for link in page.links] == [("X", "x.md", 4)]
    assert [(image.alt, image.src, image.position.line) for image in page.images] == [("Bild", "a.png", 5)]
    assert page.anchors >= {"i"}


def test_a_link_text_is_what_is_shown() -> None:
    page = _page("# A\n\n[*a* `b` ![c](d.png)](e.md) [f][g]\n\n[g]: h.md\n")
    assert [link.text for link in page.links] == ["a … c", "f"]


def test_citations_know_what_stands_around_them() -> None:
    page = _page("# A\n\nOrd.[^a][^b] Ord [^c].\n")
    assert [(c.key, c.after, c.before) for c in page.citations] == [("a", ".", "["), ("b", "]", " "), ("c", " ", ".")]


def test_questions_are_put_together(tmp_path: Path) -> None:
    page = guides.read(tmp_path).page_by_source["sv/faq.md"]
    assert [question.id for question in page.questions] == ["what-is-trust", "how-to-begin"]
    question = page.questions[0]
    assert question.theme == "theme-basics"
    assert question.also[0] == "vad betyder tillit" and len(question.also) == 4
    assert question.roles == ("staff", "hr")
    assert question.short_answer == "Tillit är att våga lita på någon."
    assert (question.words, question.read_more, question.read_more_links) == (7, "Läs mer: Tillitskultur.", 1)


def test_a_page_is_published_where_its_slug_says(tmp_path: Path) -> None:
    guide = guides.read(tmp_path)
    addresses = {page.source: page.address for page in guide.pages}
    assert addresses["sv/index.md"] == ""
    assert addresses["en/index.md"] == "en/"
    assert addresses["sv/steps/culture.md"] == "steg/tillitskultur/"
    assert addresses["en/steps/culture.md"] == "en/steps/culture-of-trust/"


def test_addresses_without_folders(tmp_path: Path) -> None:
    mkdocs = guides.MKDOCS.replace("docs_dir: docs", "docs_dir: docs\nuse_directory_urls: false")
    guide = guides.read(tmp_path, {"mkdocs.yml": mkdocs})
    addresses = {page.source: page.address for page in guide.pages}
    assert addresses["sv/index.md"] == "index.html"
    assert addresses["sv/steps/culture.md"] == "steg/tillitskultur.html"


@pytest.mark.parametrize(
    ("href", "kind", "path"),
    [
        ("../c.md#d", Kind.PAGE, "sv/c.md"),
        ("c.md?x=1", Kind.PAGE, "sv/a/c.md"),
        ("å%20b.md", Kind.PAGE, "sv/a/å b.md"),
        ("../../../x.md", Kind.PAGE, "../x.md"),
        ("c/", Kind.FOLDER, "sv/a/c"),
        ("..", Kind.FOLDER, "sv"),
        ("c.pdf", Kind.FILE, "sv/a/c.pdf"),
        ("#d", Kind.ANCHOR, ""),
        ("/a/", Kind.ABSOLUTE, "/a/"),
        ("//example.org/a", Kind.EXTERNAL, ""),
        ("HTTPS://Example.org", Kind.EXTERNAL, ""),
        ("mailto:a@b.se", Kind.CONTACT, "a@b.se"),
        ("ftp://a", Kind.UNKNOWN_SCHEME, ""),
        ("", Kind.EMPTY, ""),
        ("https://", Kind.MALFORMED, ""),
        ("https://a..b/", Kind.MALFORMED, ""),
        ("https://[::1", Kind.MALFORMED, ""),
        ("https://a:99999/", Kind.MALFORMED, ""),
        ("a%2.md", Kind.MALFORMED, ""),
        ("a\\b.md", Kind.MALFORMED, ""),
    ],
)
def test_addresses_are_taken_apart(href: str, kind: Kind, path: str) -> None:
    target = read_target(href, "sv/a/b.md")
    assert (target.kind, target.path) == (kind, path)


def test_attribute_lists() -> None:
    assert split_attributes("Varför {#why}")[0] == "Varför"
    assert split_attributes("A {b} c") == ("A {b} c", None)
    text, attributes = split_attributes('A {: #x .y title="z w" }')
    assert attributes is not None
    assert (text, attributes.id, attributes.classes, attributes.pairs) == ("A", "x", ["y"], {"title": "z w"})


@pytest.mark.parametrize(
    ("text", "slug"), [("Vad är det?", "vad-ar-det"), ("A  -- b", "a-b"), ("År 2020: (x)", "ar-2020-x"), ("…", "")]
)
def test_implicit_ids_are_those_of_python_markdown(text: str, slug: str) -> None:
    from markdown.extensions.toc import slugify as theirs

    assert slugify(text) == theirs(text, "-") == slug


def test_yaml_knows_places_and_runs_no_tag() -> None:
    document = read_yaml("a:\n  b: 1\nc: !!python/name:os.system x\nd: [1, {e: 2}]\n", first_line=10)
    assert document.value == {"a": {"b": 1}, "c": "x", "d": [1, {"e": 2}]}
    assert document.positions[("a", "b")] == (11, 3)
    assert document.positions[("d", 1, "e")] == (13, 9)


def test_yaml_takes_defaults_for_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_TEST", "yes")
    monkeypatch.delenv("GUIDE_NONE", raising=False)
    assert read_yaml("a: !ENV [GUIDE_NONE, b]\nc: !ENV GUIDE_NONE\nd: !ENV [GUIDE_TEST, x]").value == {
        "a": "b",
        "c": None,
        "d": True,
    }


@pytest.mark.parametrize(
    "text", ["a: [", "a: &a [*a]", "{a: b}: c", "a: 2020-99-99", "[" * 5000, "- " * 5000 + "a", "\0"]
)
def test_yaml_that_cannot_be_read_has_one_error_with_a_place(text: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert caught.value.line >= 1 and caught.value.message


def test_a_bomb_of_aliases_is_read_in_no_time() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    assert len(read_yaml("\n".join(lines)).positions) < 200
