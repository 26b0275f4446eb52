"""Books for print: one document from many pages, and what a browser and pikepdf make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import html
from pikepdf import OutlineItem, Pdf

from guide.export.packages import write_packages
from guide.export.print.book import Book, books, document
from guide.export.print.finishing import headings_of, restore_titles
from guide.export.print.printing import print_books, today
from guide.model.guide import Guide
from guide.tools.markup import id_references
from path_guides import build, path_guide

DATE = "2026-11-25"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Path]:
    folder = tmp_path_factory.mktemp("books")
    guide, site = path_guide(folder), folder / "site"
    build(guide, site)
    write_packages(guide, site)
    return guide, site


def book_of(made: tuple[Guide, Path], name: str, language: str = "en") -> Book:
    return next(book for book in books(*made) if (book.name, book.language) == (name, language))


def read(made: tuple[Guide, Path], name: str) -> html.HtmlElement:
    return html.document_fromstring(document(book_of(made, name), *made, DATE))


def test_there_is_a_book_for_each_language_and_each_path(made: tuple[Guide, Path]) -> None:
    assert [(book.name, book.language, book.title, len(book.pages)) for book in books(*made)] == [
        ("whole-guide", "sv", "Little guide", 3),
        ("whole-guide", "en", "Little guide", 3),
        ("new", "sv", "Ny: one & all", 1),
        ("new", "en", "New: one & all", 1),
    ]


def test_the_cover_says_date_licence_and_address(made: tuple[Guide, Path]) -> None:
    tree = read(made, "whole-guide")
    cover = tree.xpath("//header")[0].text_content()
    assert "Little guide" in cover and "A little guide." in cover and "Printed 2026-11-25." in cover
    assert "CC BY 4.0" in cover and "https://example.org/little/en/" in cover
    assert (tree.get("lang"), tree.findtext(".//title")) == ("en", "Little guide")


def test_ids_are_unique_and_every_inner_link_and_pointer_has_its_goal(made: tuple[Guide, Path]) -> None:
    tree = read(made, "whole-guide")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 6
    assert {href[1:] for href in inner} <= set(ids)
    pointed = {goal for element in tree.iter("*") for _, goal in id_references(element.attrib)}
    assert "concepts-what--t" in pointed
    assert pointed <= set(ids)


def test_links_lead_into_the_book_where_it_holds_the_goal_and_else_to_the_site(made: tuple[Guide, Path]) -> None:
    whole = read(made, "whole-guide").xpath("//main//a[text()='the core']/@href")
    single = read(made, "new").xpath("//main//a[text()='the core']/@href")
    assert set(whole) == {"#concepts-what--core"}
    assert set(single) == {"https://example.org/little/en/concepts/what/#core"}
    assert read(made, "new").xpath("//main//a[text()='here']/@href") == ["#training-path-new--step-2"]


def test_pages_of_a_section_stand_below_it_and_every_page_has_a_title(made: tuple[Guide, Path]) -> None:
    tree = read(made, "whole-guide")
    headings = [(each.tag, each.text_content()) for each in tree.xpath("//main//h1 | //main//h2 | //main//h3")]
    assert headings[:3] == [("h1", "Start"), ("h2", "What & more"), ("h3", "The core")]
    assert [each.text_content() for each in tree.xpath("//nav//li")] == ["Start", "What & more", "New: one & all"]


def test_the_contents_say_on_which_page_each_begins(made: tuple[Guide, Path]) -> None:
    tree = html.document_fromstring(document(book_of(made, "whole-guide"), *made, DATE, {"concepts-what--top": 7}))
    assert [each.text_content() for each in tree.xpath("//nav//li")] == ["Start", "What & more 7", "New: one & all"]


def test_what_serves_the_screen_only_is_left_out(made: tuple[Guide, Path]) -> None:
    tree = read(made, "new")
    assert not tree.xpath("//section | //form | //script | //button")
    assert "Download" not in [each.text_content() for each in tree.xpath("//h2")]


def test_bookmarks_are_given_the_text_of_their_headings() -> None:
    items = [OutlineItem(title) for title in ("OneOne", "Two andthree", "Something else", "Four Four Four")]
    restore_titles(items, ["Zero", "One", "Two and three", "Four"])
    assert [item.title for item in items] == ["One", "Two and three", "Something else", "Four"]
    assert headings_of("<h1>A <em>b</em>\n c</h1><p>d</p><h3>e</h3>") == ["A b c", "e"]


def test_the_date_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert today() == "2023-11-14"


def titles(items: Sequence[OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from titles(item.children)


@pytest.mark.browser
def test_a_printed_file_is_tagged_bookmarked_and_says_its_language_and_title(made: tuple[Guide, Path]) -> None:
    """PDF 1.7 (ISO 32000-1) 14.7–14.9: marked content, structure tree, natural language; 12.3.3: outline."""
    wanted = [book_of(made, "whole-guide", "sv"), book_of(made, "new")]
    # In a thread of its own: Playwright runs one event loop a thread, and the other tests' browser has this one's.
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        printed = elsewhere.submit(lambda: list(print_books(wanted, *made))).result()
    for book, file in zip(wanted, printed, strict=True):
        with Pdf.open(file) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert "/K" in pdf.Root.StructTreeRoot
            assert pdf.Root.Lang == book.language
            assert pdf.docinfo["/Title"] == book.title
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == book.title
                assert "CC BY 4.0" in metadata["dc:rights"]
            with pdf.open_outline() as outline:
                expected = headings_of(document(book, *made, DATE))
                assert list(titles(outline.root)) == expected
