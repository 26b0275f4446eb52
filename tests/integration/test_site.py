"""The built site as a whole: both languages complete, every address in its language, nothing foreign."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from guide.model.guide import Guide
from guides import WHOLE, write
from mkdocs_guides import mkdocs_yml
from serving import ADDRESS

ROOT = Path(__file__).parent.parent.parent
BASE = ADDRESS
FOR_PRINT = ["vanliga-fragor/alla-pa-en-sida", "en/faq/all-on-one-page"]
"""They show again what stands on other pages, and no sitemap names them."""


@cache
def parsed(file: Path) -> html.HtmlElement:
    return html.fromstring(file.read_bytes())


def pages(site: Path) -> list[Path]:
    """The guide's own pages: not the 404 page, nor parts by themselves, nor those that only lead on to another."""
    return sorted(
        page
        for page in site.rglob("*.html")
        if page.name != "404.html" and page.relative_to(site).parts[0] != "b" and not leads_on(page, site)
    )


def leads_on(page: Path, site: Path) -> bool:
    """Say whether a page is a redirect or a short address (/l/…)."""
    is_short = page.relative_to(site).parts[0] == "l"
    return is_short or bool(parsed(page).xpath("//meta[@http-equiv='refresh']"))


def test_pages_that_only_lead_on_say_which_page_they_stand_for_and_nothing_against_it(site_dir: Path) -> None:
    leading = [page for page in site_dir.rglob("*.html") if leads_on(page, site_dir)]
    assert leading
    for page in leading:
        (canonical,) = parsed(page).xpath("//link[@rel='canonical']/@href")
        assert (site_dir / canonical.removeprefix(BASE) / "index.html").is_file(), page
        assert parsed(page).xpath("//meta[@name='robots']") == [], page


def language_of(page: Path, site: Path) -> str:
    return "en" if page.relative_to(site).parts[0] == "en" else "sv"


def test_both_languages_have_the_same_pages_and_at_least_45(guide: Guide) -> None:
    by_language = {code: {page.path for page in guide.pages if page.language == code} for code in ("sv", "en")}
    assert by_language["sv"] == by_language["en"]
    assert len(by_language["sv"]) >= 45


def test_every_page_is_built_at_its_slug(guide: Guide, site_dir: Path) -> None:
    for page in guide.pages:
        prefix = "" if page.language == "sv" else "en/"
        expected = f"{prefix}{page.slug}/" if page.slug else prefix
        assert (site_dir / expected / "index.html").is_file(), page.file


def test_lang_title_description_and_one_h1_on_every_page(site_dir: Path) -> None:
    titles: dict[str, Path] = {}
    for page in pages(site_dir):
        tree = parsed(page)
        assert tree.get("lang") == language_of(page, site_dir), page
        assert len(tree.xpath("//h1")) == 1, page
        assert tree.xpath("//meta[@name='description']/@content")[0], page
        title = tree.findtext(".//title")
        assert titles.setdefault(f"{tree.get('lang')} {title}", page) == page, f"{page} shares its title"


def card(page: Path) -> dict[str, list[str]]:
    """Give what a page's card says, by the names of Open Graph."""
    found: dict[str, list[str]] = {}
    for tag in parsed(page).xpath("//meta[starts-with(@property, 'og:') or @name='twitter:card']"):
        found.setdefault(tag.get("property") or tag.get("name"), []).append(tag.get("content"))
    return found


def test_every_page_short_address_and_part_has_a_card_with_a_picture(site_dir: Path) -> None:
    shown = [*pages(site_dir), *(site_dir / "l").rglob("*.html"), *(site_dir / "b").rglob("*.html")]
    assert len(shown) > 1000
    countries = {"sv": "sv_SE", "en": "en_GB"}
    for page in shown:
        told = card(page)
        language = parsed(page).get("lang")
        assert all(len(said) == 1 and said[0] for name, said in told.items()), page
        assert {"og:title", "og:description", "og:type", "og:site_name", "og:image:alt", "twitter:card"} <= set(told)
        assert told["og:url"] == [BASE + page.relative_to(site_dir).as_posix().removesuffix("index.html")], page
        assert told["og:locale"] == [countries[language]], page
        assert (site_dir / told["og:image"][0].removeprefix(BASE)).is_file(), page
        assert told["og:image"][0].endswith(f"-{language}.png"), page
        assert (told["og:image:width"], told["og:image:height"]) == (["1200"], ["630"])


def test_the_start_pages_are_called_what_the_guide_is(site_dir: Path) -> None:
    for start, says in (("index.html", "kunskapsbank"), ("en/index.html", "An open guide to")):
        title = parsed(site_dir / start).findtext(".//title")
        assert title.startswith("Tillitsguiden – ") and says in title
        assert card(site_dir / start)["og:type"] == ["website"]


def test_alternates_name_both_languages_and_each_other(site_dir: Path) -> None:
    for page in pages(site_dir):
        links = {
            link.get("hreflang"): link.get("href")
            for link in parsed(page).xpath("//link[normalize-space(@rel)='alternate'][@hreflang]")
        }
        assert set(links) == {"sv", "en", "x-default"}, page
        assert links["x-default"] == links["sv"]
        own = parsed(page).xpath("//link[@rel='canonical']/@href")[0]
        assert links[language_of(page, site_dir)] == own
        other = links["en" if own == links["sv"] else "sv"]
        target = site_dir / other.removeprefix(BASE) / "index.html"
        back = {
            link.get("hreflang"): link.get("href")
            for link in parsed(target).xpath("//link[normalize-space(@rel)='alternate'][@hreflang]")
        }
        assert back == links, f"{page} and {target} disagree"


def test_sitemap_lists_every_page_once(site_dir: Path) -> None:
    sitemap = etree.parse(str(site_dir / "sitemap.xml"))
    listed = [element.text for element in sitemap.iter("{*}loc")]
    expected = {BASE + page.relative_to(site_dir).as_posix().removesuffix("index.html") for page in pages(site_dir)}
    assert len(listed) == len(set(listed))
    assert set(listed) == expected - {f"{BASE}{path}/" for path in FOR_PRINT}


THEME_STRINGS = {
    "sv": [
        "Skip to content",
        "Table of contents",
        "Back to top",
        "Previous",
        "Next",
        "Search",
        "Footer",
        "Header",
        "Switch to",
        "Notes",
    ],
    "en": [
        "Gå till innehållet",
        "Innehållsförteckning",
        "Tillbaka till toppen",
        "Föregående",
        "Nästa",
        "Sök",
        "Sidfot",
        "Byt till",
        "Noter",
    ],
}


def test_no_string_of_the_theme_is_in_the_other_language(site_dir: Path) -> None:
    """Texts and labels outside the article; words that belong to links into the other language are marked so."""
    for page in pages(site_dir):
        tree = parsed(page)
        language = language_of(page, site_dir)
        shown = set()
        for element in tree.iter():
            if not isinstance(element.tag, str) or element.tag in {"script", "style", "title"}:
                continue
            if next(iter([element, *element.iterancestors("article")]), element).tag == "article":
                continue
            if any(ancestor.get("lang") not in (None, language) for ancestor in [element, *element.iterancestors()]):
                continue
            shown |= {
                text.strip()
                for text in [element.text, element.get("aria-label"), element.get("title"), element.get("placeholder")]
                if text
            }
        for string in THEME_STRINGS[language]:
            assert not any(text == string or text.startswith(string + ":") for text in shown), f"{page}: {string!r}"


def test_no_file_of_another_host_is_loaded(site_dir: Path) -> None:
    """No href or src that a browser fetches by itself leads out, in HTML or CSS."""
    for page in [*pages(site_dir), site_dir / "404.html"]:
        tree = parsed(page)
        loaded = tree.xpath(
            "//script/@src | //img/@src | //iframe/@src | //source/@srcset"
            " | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='preconnect']/@href"
        )
        foreign = [address for address in loaded if urlsplit(address).netloc]
        assert foreign == [], page
    for sheet in site_dir.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text and "url(http" not in text.replace('"', "").replace("'", ""), sheet


def test_no_inline_script_or_style(site_dir: Path) -> None:
    """So that a strict Content-Security-Policy holds: data blocks are allowed, code is not."""
    for page in [*pages(site_dir), site_dir / "404.html"]:
        tree = parsed(page)
        code = [
            script
            for script in tree.xpath("//script[not(@src)]")
            if script.get("type") not in {"application/json", "application/ld+json"}
        ]
        assert code == [], page
        assert tree.xpath("//style") == [], page
        styled = list(tree.xpath("//*[@style]"))
        assert styled == [], (page, [html.tostring(element)[:80] for element in styled])
        handlers = tree.xpath("//*[@*[starts-with(name(), 'on')]]")
        assert handlers == [], page


def test_a_broken_guide_is_not_built_and_leaves_the_former_site(tmp_path: Path) -> None:
    """Break one link of a little guide: the build fails, says where, and the folder is as it was."""
    root = write(tmp_path / "guide", WHOLE, {"mkdocs.yml": mkdocs_yml()})
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text("the former site", encoding="utf-8")
    page = root / "docs/sv/steps/culture.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\nSe [en sida](no-such-page.md).\n", encoding="utf-8")
    line = len(text.splitlines()) + 2
    run = subprocess.run(
        [sys.executable, "-m", "guide", "build"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert f"docs/sv/steps/culture.md:{line}" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert [file.name for file in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "the former site"


def test_what_stands_around_the_page_for_a_missing_address_is_in_the_default_language(site_dir: Path) -> None:
    tree = html.document_fromstring((site_dir / "404.html").read_bytes())
    assert tree.get("lang") == "sv"
    assert tree.xpath("string(//nav[contains(@class, 'md-header__inner')]/@aria-label)") == "Sidhuvud"
    assert [each.get("lang") for each in tree.iter("section")] == ["sv", "en"]
