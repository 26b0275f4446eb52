"""What is kept from build to build: after any series of edits the site is that of a fresh build, byte for byte.

The fresh build is MkDocs' own, one language after the other, with nothing kept: it shares the hook with
the builds that are tried here, but neither their order nor their caches.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from figure_guides import GRID, showing
from guide.builder import again, hook, pages, site
from guide.builder.again import Rebuilding
from guide.builder.kept import Cache, Caches, Memory
from guide.builder.pages import Built, _Language, build_pages
from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.tools.processes import Undone, begin
from guide.tools.texts import forget
from guides import WHOLE, Edits, write
from mkdocs_guides import ROOT, mkdocs_yml
from question_guides import SPLIT

URL = "http://127.0.0.1:8000/"
FOOTER = ("about/index", "about/licence", "about/accessibility", "about/privacy", "about/report-an-error")
"""Pages that the templates link to."""
Edit = Callable[[Path, random.Random], None]
FAQ_IN_NAV = "- faq.md\n            - faq/basics.md\n"
DECK = """\
- page: steps/culture.md
  slides:
    - see: what-to-do
      sv: {title: Gör, lines: [Ett, Två]}
      en: {title: Do, lines: [One, Two]}
"""
CHANGES = """\
- {id: first, date: 2026-11-27, kind: new, pages: [faq.md], sv: Guiden finns., en: The guide is there.}
"""
MADE_OF_OTHERS: Edits = {
    **{path: edit for path, edit in SPLIT.items() if path != "mkdocs.yml"},
    **showing(GRID),
    "data/figures/grid.yml": "kind: cases\nsv: {title: Alla}\nen: {title: All}\n",
    "data/reviews.yml": "faq.md: 2026-11-01\nsteps/culture.md: 2026-11-02\n",
    "data/changes.yml": CHANGES,
    "data/slides.yml": DECK,
}
"""Questions on pages of their own and all on one for print, figures, days, changes, slides."""
LISTS = "<!-- guide:figure grid -->\n\n<!-- guide:changes -->\n\n<!-- guide:publisher -->\n\n<!-- guide:downloads -->\n"
HANDOUT = "<!-- guide:handout who -->\n\n| "


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """The tiny guide with templates of its own and every page that they link to."""
    about = {
        f"docs/{code}/{path}.md": f"---\ntitle: {path} {code}\nslug: {code}-{path}\n---\n\n# {path} {code}\n\nText.\n"
        for code in ("sv", "en")
        for path in FOOTER
    }
    lists = {f"docs/{code}/about/licence.md": about[f"docs/{code}/about/licence.md"] + LISTS for code in ("sv", "en")}
    config = mkdocs_yml().replace(str(ROOT / "overrides"), "overrides").replace("- faq.md\n", FAQ_IN_NAV)
    config = config.replace("data: data", "data: data\n    not_in_nav: [faq/all.md]")
    handouts = {f"docs/{code}/steps/culture.md": ("| Rol", f"{HANDOUT}Rol") for code in ("sv", "en")}
    root = write(tmp_path / "guide", {**WHOLE, **about, **lists}, {**MADE_OF_OTHERS, **handouts, "mkdocs.yml": config})
    shutil.copytree(ROOT / "overrides", root / "overrides")
    git(root, "init", "--quiet")
    commit(root, random.Random(0))
    yield root
    hook.session.stops_on_findings = True


def findings_told(monkeypatch: pytest.MonkeyPatch) -> list[list[Finding]]:
    """Let builds go on in spite of findings; give what they tell: of the sources, then of the site."""
    told: list[list[Finding]] = []
    monkeypatch.setattr(hook.session, "report", lambda findings: told.append(list(findings)) or True)
    return told


def fresh(root: Path, target: Path) -> Path:
    """Build as MkDocs does."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=False, site_url=URL)
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return target


def fresh_findings(root: Path, target: Path) -> list[Finding]:
    """Build as MkDocs does, with nothing remembered; give what is found in the sources, then in the site."""
    told: list[Finding] = []
    forget()
    hook.session.report = lambda findings: told.extend(findings) or True  # type: ignore[func-returns-value, method-assign]
    fresh(root, target)
    return told


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    here, there = content(one), content(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def a_page(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "docs").glob("*/**/*.md")))


def change(path: Path, old: str, new: str) -> None:
    """Put ``new`` in place of the first match of a pattern, if there is any."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(old, lambda _: new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def text(root: Path, chance: random.Random) -> None:
    page = a_page(root, chance)
    page.write_text(page.read_text(encoding="utf-8") + f"\nTillit och trust, {chance.random()}.\n", encoding="utf-8")


def heading(root: Path, chance: random.Random) -> None:
    change(a_page(root, chance), r"^## .*$", f"## Rubrik {chance.random()}")


def front_matter(root: Path, chance: random.Random) -> None:
    key = chance.choice(["title", "description"])
    change(a_page(root, chance), rf"^{key}: .*$", f"{key}: Något annat {chance.randrange(1000)}")


def slug(root: Path, chance: random.Random) -> None:
    change(a_page(root, chance), r"^slug: .*$", f"slug: annan/{chance.randrange(1000)}")


def question(root: Path, chance: random.Random) -> None:
    page = root / f"docs/{chance.choice(['sv', 'en'])}/faq/basics.md"
    change(page, r"^## .*$", f"## Varför {chance.random()}? {{#why-so}}")


def answer(root: Path, chance: random.Random) -> None:
    """Change what the page for print shows again."""
    page = root / f"docs/{chance.choice(['sv', 'en'])}/faq/basics.md"
    change(page, r"^(Börja smått|Start small|Svar) ?[\d.]*$", f"Svar {chance.random()}.")


def figure(root: Path, chance: random.Random) -> None:
    change(root / "data/figures/fields.yml", r"^  title: .*$", f"  title: Bild {chance.randrange(99)}")


def outcome(root: Path, chance: random.Random) -> None:
    """Change what a figure on another page counts."""
    outcome = chance.choice(["promising", "mixed", "criticised"])
    change(root / f"docs/{chance.choice(['sv', 'en'])}/cases/sundsvall.md", "outcome: .*$", f"outcome: {outcome}")


def review(root: Path, chance: random.Random) -> None:
    change(root / "data/reviews.yml", r"2026-11-\d\d", f"2026-11-{chance.randrange(3, 28):02}")


def news(root: Path, chance: random.Random) -> None:
    change(root / "data/changes.yml", "sv: [^,]*", f"sv: Rättat {chance.randrange(99)}")


def slides(root: Path, chance: random.Random) -> None:
    change(root / "data/slides.yml", "page: .*$", f"page: {chance.choice(['steps/index.md', 'pitfalls/vague.md'])}")


def handout(root: Path, chance: random.Random) -> None:
    page = root / f"docs/{chance.choice(['sv', 'en'])}/steps/culture.md"
    change(page, "guide:handout who.* -->", f"guide:handout who-{chance.randrange(99)} -->")


def commit(root: Path, chance: random.Random) -> None:
    """Change days, and no text."""
    git(root, "add", "--all")
    day = f"2026-10-{chance.randrange(1, 29):02}T12:00:00"
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@guide.example")
    git(root, *who, "commit", "--quiet", "--allow-empty", "-m", "Change", "--date", day)


def git(root: Path, *asked: str) -> None:
    subprocess.run(["git", *asked], cwd=root, check=True)


def nav(root: Path, chance: random.Random) -> None:
    if chance.random() < 0.5:
        change(root / "mkdocs.yml", r"^            - faq\.md\n", "")
    else:
        title = f"            - Annat{chance.randrange(99)}:"
        change(root / "mkdocs.yml", r"^            - (Steg|Steps|Annat\d*):", title)


def definition(root: Path, chance: random.Random) -> None:
    change(
        root / "data/glossary.yml", r'definition: "[^"]*"', f'definition: "En ny förklaring {chance.randrange(99)}."'
    )


def term(root: Path, chance: random.Random) -> None:
    change(root / "data/glossary.yml", r"term: \w+,", f"term: {chance.choice(['ansvar', 'guiden', 'gränser'])},")


def bibliography(root: Path, chance: random.Random) -> None:
    change(root / "data/bibliography.json", r'"title": "[^"]*"', f'"title": "En bok {chance.randrange(99)}"')


def template(root: Path, chance: random.Random) -> None:
    path = root / "overrides/partials/copyright.html"
    path.write_text(path.read_text(encoding="utf-8") + f"<!-- {chance.random()} -->\n", encoding="utf-8")


def style(root: Path, chance: random.Random) -> None:
    (root / "docs/assets/logo.svg").write_text(f'<svg id="a{chance.randrange(99)}"/>\n', encoding="utf-8")


def new_page(root: Path, chance: random.Random) -> None:
    name = f"new-{chance.randrange(99)}"
    code = chance.choice(["sv", "en"])
    page = root / f"docs/{code}/pitfalls/{name}.md"
    page.write_text(
        f"---\ntitle: {name}\nslug: {name}-{code}\n---\n\n# {name}\n\nTillit.[^sou-2018-47]\n", encoding="utf-8"
    )
    there = root / f"docs/{code}/steps/culture.md"
    there.write_text(there.read_text(encoding="utf-8") + f"\n[{name}](../pitfalls/{name}.md)\n", encoding="utf-8")


def removed_page(root: Path, chance: random.Random) -> None:
    pages = sorted((root / "docs").glob("*/pitfalls/*.md"))
    if pages:
        chance.choice(pages).unlink()


def broken(root: Path, chance: random.Random) -> None:
    page = a_page(root, chance)
    page.write_text(page.read_text(encoding="utf-8") + "\n[en trasig länk](finns-inte.md)\n", encoding="utf-8")


def redirect(root: Path, chance: random.Random) -> None:
    path = root / "data/redirects.yml"
    entry = f"- {{from: '/gammalt-{chance.randrange(99)}/', to: '/'}}\n"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")


EDITS: tuple[Edit, ...] = (
    text, heading, front_matter, slug, question, nav, definition, term, bibliography,
    template, style, new_page, removed_page, broken, redirect,
    answer, figure, outcome, review, news, slides, handout, commit,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_what_is_served_after_any_edits_is_what_a_fresh_build_gives(root: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    taken = 0
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    made = chance.sample(EDITS, len(EDITS))
    for number, edit in enumerate((None, *made)):
        if edit is not None:
            edit(root, chance)
        served, former = tmp_path / f"served-{number}", dict(building._built)
        assert building.show(served)
        taken += sum(building._built[code] is built for code, built in former.items())
        found = building.findings()
        building.finish()
        if number % 3 == 2 or number == len(made):
            expected = tmp_path / f"fresh-{number}"
            # In a process of its own: what is remembered here stays, and is not there.
            told = begin(partial(fresh_findings, root, expected)).result()
            after = [each.__name__ for each in made[:number]]
            assert differing(served, expected) == [], f"after {after}"
            assert found == told, f"after {after}"
    # Some edits let the pages of a language be taken from the former site as they are.
    assert 0 < taken < 2 * len(made)


def test_what_was_saved_while_a_build_failed_is_shown_by_the_next(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    assert building.show(tmp_path / "first")
    change(root / "docs/sv/steps/culture.md", "^## .*$", "## Sparad när bygget gick fel")

    def fail(*_: object) -> None:
        raise RuntimeError("no more room")

    with monkeypatch.context() as failing:
        failing.setattr(hook, "write_made_of_pages", fail)
        with pytest.raises(RuntimeError, match="no more room"):
            building.show(tmp_path / "failed")
    assert building.show(tmp_path / "second")
    building.findings()
    building.finish()
    assert differing(tmp_path / "second", fresh(root, tmp_path / "fresh")) == []


def test_a_page_that_a_language_lacks_follows_the_one_that_is_shown_for_it(root: Path, tmp_path: Path) -> None:
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    (root / "docs/en/pitfalls/vague.md").unlink()
    assert building.show(tmp_path / "first")
    page = root / "docs/sv/pitfalls/vague.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEn rad till.\n", encoding="utf-8")
    assert building.show(tmp_path / "second")
    building.findings()
    building.finish()
    assert differing(tmp_path / "second", fresh(root, tmp_path / "fresh")) == []


def test_a_page_that_a_language_lacks_is_built_alike_whichever_language_is_done_first(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both write it, each in a process of its own; the default language is held back until the other is done."""
    findings_told(monkeypatch)
    (root / "docs/en/pitfalls/vague.md").unlink()
    change(root / "mkdocs.yml", "^site_url: .*$", f"site_url: {URL}")
    done = tmp_path / "english is done"

    def build_late(config: MkDocsConfig, language: str, *others: Any) -> Built:
        while sys.platform == "linux" and language == "sv" and not done.exists():
            time.sleep(0.01)
        built = build_pages(config, language, *others)
        if language == "en":
            done.touch()
        return built

    monkeypatch.setattr(site, "build_pages", build_late)
    for name in ("cold", "warm"):
        assert site.build(root / "mkdocs.yml", tmp_path / name, Caches(root / ".cache/pages"))
        done.unlink()
    expected = fresh(root, tmp_path / "fresh")
    assert [differing(tmp_path / name, expected) for name in ("cold", "warm")] == [[], []]


def test_a_title_that_has_changed_writes_the_pages_anew_that_name_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "begin", Undone)
    written: list[str] = []
    write_anew = _Language._newly_rendered
    monkeypatch.setattr(
        _Language,
        "_newly_rendered",
        lambda language, page, *told: written.append(page.file.src_uri) or write_anew(language, page, *told),
    )
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    assert building.show(tmp_path / "first")
    everything, english = len(written), building._built["en"]
    written.clear()
    change(root / "docs/sv/faq/all.md", "^title: .*$", "title: En annan titel")
    assert building.show(tmp_path / "second")
    building.findings()
    building.finish()
    assert "sv/faq/all.md" in written and len(written) < everything / 3
    assert building._built["en"] is english, "another language does not know the title"
    assert differing(tmp_path / "second", fresh(root, tmp_path / "fresh")) == []


def test_what_is_converted_beside_the_server_is_what_it_would_have_made(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_WORTH_A_PROCESS", 1)
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    assert building.show(tmp_path / "first")
    definition(root, random.Random(0))
    assert building.show(tmp_path / "second")
    building.findings()
    building.finish()
    assert differing(tmp_path / "second", fresh(root, tmp_path / "fresh")) == []


def test_a_template_that_has_changed_converts_no_page(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    building = Rebuilding(root / "mkdocs.yml", Caches(tmp_path / "cache", Memory), URL)
    assert building.show(tmp_path / "first")
    template(root, random.Random(0))
    with monkeypatch.context() as watched:
        converted: list[str] = []
        watched.setattr(Page, "render", lambda page, *_: converted.append(page.file.src_uri))
        assert building.show(tmp_path / "second")
    # What a page is warned for must be said again.
    assert {source.partition("/")[2] for source in converted} == {"cases/sundsvall.md", "pitfalls/vague.md"}
    assert differing(tmp_path / "first", tmp_path / "second") != []


def test_a_warm_build_on_another_path_is_the_cold_one(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = findings_told(monkeypatch)

    def built(at: Path, name: str) -> Path:
        assert site.build(at / "mkdocs.yml", tmp_path / name, Caches(at / ".cache/pages"))
        return tmp_path / name

    cold = built(root, "cold")
    other = tmp_path / "elsewhere" / "a copy"
    shutil.copytree(root, other)
    assert len(list(cold.rglob("*.html"))) > 20
    assert differing(cold, built(other, "warm")) == []
    shutil.rmtree(other / ".cache")
    assert differing(cold, built(other, "cold elsewhere")) == []
    in_sources, _, again, *_ = told
    assert in_sources and in_sources == again


def test_what_was_found_is_kept_until_anything_changes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = findings_told(monkeypatch)
    asked: list[str] = []
    monkeypatch.setattr(site, "check_sources", lambda guide: asked.append("") or check_sources(guide))
    monkeypatch.setattr(site, "side_by_side", lambda tasks, own: [task() for task in [*tasks, own]])

    def build() -> set[str]:
        assert site.build(root / "mkdocs.yml", tmp_path / "built", Caches(root / ".cache/pages"))
        *_, in_sources, _ = told
        return {finding.id for finding in in_sources}

    first = build()
    assert (build(), len(asked)) == (first, 1)
    broken(root, random.Random(0))
    assert "link-missing-page" in build() - first
    assert len(asked) == 2


def test_what_another_version_or_a_damaged_file_has_kept_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches = Caches(tmp_path)
    caches.of("a").put("key", ["value"])
    assert Caches(tmp_path).of("a").get("key") == ["value"]
    kept = caches.folder / "a" / "key"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert Caches(tmp_path).of("a").get("key") is None
    caches.of("a").put("key", ["value"])
    monkeypatch.setattr("guide.builder.kept.sys.version", "another Python")
    assert Caches(tmp_path).of("a").get("key") is None
    assert not caches.folder.exists()


def test_what_no_build_asks_for_any_more_goes(tmp_path: Path) -> None:
    first = Cache(tmp_path)
    first.put("old", 1)
    first.put("new", 2)
    second = Cache(tmp_path)
    assert second.get("new") == 2
    second.prune()
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
