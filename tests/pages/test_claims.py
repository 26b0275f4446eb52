"""What readers see of the ledger of claims: notes, the entries of sources, verdicts and the overview of them."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from lxml import html

from claims_guides import CLAIM, LEDGER, SV, ledger
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Grade, Known
from guide.pages.evidence import Verdict, evidence, overview, verdict
from guide.pages.notes import notes
from guide.pages.page import page_markdown
from guide.pages.sources import entries, sources
from guides import Edits, read

_LIMITED = (
    "    whose: inquiry\n",
    "    whose: inquiry\n    where: s. 24\n    limits: [{sv: [försöken], en: [trials]}]\n",
)
_KIND_PAGE = (
    "---\ntitle: {0}\ndescription: Vad källorna av det här slaget säger, och var i guiden som det används.\n"
    "slug: {0}\ntype: sources\n---\n\n# {0}\n\n<!-- guide:sources official -->\n"
)
_OFFICIAL = (
    '"language"',
    '"custom": {"kind": "official", "abstract": {"sv": "Utredning.", "en": "Inquiry."}}, "language"',
)


def read_with(folder: Path, edits: Edits) -> Guide:
    return read(folder, edits)


def step(guide: Guide, language: str = "sv") -> Page:
    return guide.page_by_key[language, "steps/culture.md"]


def test_a_note_says_what_the_source_says_with_its_limits_and_how_it_was_seen(tmp_path: Path) -> None:
    guide = read_with(tmp_path, ledger(_LIMITED))
    text = notes(step(guide), guide)
    assert "[^sou-2018-47.trust-first]: " in text
    assert "I försöken växte tilliten när chefer visade den först. *Förbehåll:* försöken." in text
    assert "; s. 24)" in text
    # A chapter and a provision are named in the words of the source.
    assert '; <span lang="sv">s. 24</span>)' in notes(step(guide, "en"), guide)
    assert (
        "Beskrivning, enligt statlig utredning. Vi har läst en sammanfattning (sammanfattningen), senast 2026" in text
    )
    assert "Limits:* trials." in notes(step(guide, "en"), guide)


def test_each_claim_of_a_source_has_its_own_note_whose_number_can_be_followed(tmp_path: Path) -> None:
    later = CLAIM.partition("claims:\n")[2].replace("trust-first", "later").replace("växte", "sjönk")
    edits: Edits = {**ledger(), LEDGER: CLAIM + later}
    text = str(edits[SV]).replace("[^sou-2018-47#trust-first]", "[^sou-2018-47#later]", 1)
    guide = read_with(tmp_path, {**edits, SV: text})
    made = page_markdown(text.split("---\n", 2)[2], step(guide), guide)
    html = markdown.markdown(made, extensions=["footnotes", "attr_list"])
    assert html.count('class="footnote-ref"') == 2
    for claim in ("later", "trust-first"):
        assert f'href="#fn:sou-2018-47.{claim}"' in html
        assert f'<li id="fn:sou-2018-47.{claim}">' in html


def test_words_of_the_ledger_are_shown_letter_for_letter(tmp_path: Path) -> None:
    guide = read_with(tmp_path, ledger(("I försöken växte", "I *[tolv] <försök>* växte")))
    html = markdown.markdown(notes(step(guide), guide), extensions=["footnotes"])
    assert r"I \*\[tolv\] &lt;försök&gt;\* växte" in notes(step(guide), guide)
    assert "<em>[tolv]" not in html


def test_a_sources_entry_lists_what_it_says_and_every_place_that_leans_on_it(tmp_path: Path) -> None:
    guide = read_with(tmp_path, ledger(_LIMITED))
    page = guide.page_by_key["sv", "about/sources.md"]
    html = markdown.markdown(entries(guide, page, "other"), extensions=["md_in_html"])
    assert html.count("<li>I försöken växte tilliten") == 1
    assert 'href="../steps/culture.md">Tillitskultur</a>, <a href="../steps/culture.md#why">Tillitskultur</a>.' in html


def test_sources_of_a_kind_with_a_page_of_its_own_are_listed_in_brief_and_linked_there(tmp_path: Path) -> None:
    kinds = {
        f"docs/{code}/about/official.md": _KIND_PAGE.format(name) for code, name in (("sv", "slag"), ("en", "kind"))
    }
    guide = read_with(tmp_path, {**ledger(bibliography=_OFFICIAL), **kinds})
    whole, own = (guide.page_by_key["sv", f"about/{name}.md"] for name in ("sources", "official"))
    assert 'id="source-sou-2018-47" markdown="span"' in sources(guide, whole)
    assert "(official.md#source-sou-2018-47)" in sources(guide, whole)
    assert "Utredning." not in sources(guide, whole)
    assert "Utredning." in entries(guide, own, "official")
    assert "../about/official.md#source-sou-2018-47" in notes(step(guide), guide)
    assert "source-sou-2018-47" in own.anchors & whole.anchors


_EVIDENCE = "evidence:\n  # No claim is named.\n"


def _with_verdict(kind: str, opposes: bool = False, official: bool = True) -> Edits:
    lists = "  supports: [sou-2018-47#trust-first]\n" + ("  opposes: [sou-2018-47#trust-first]\n" if opposes else "")
    named: Edits = {f"docs/{code}/pitfalls/vague.md": (_EVIDENCE, f"evidence:\n{lists}") for code in ("sv", "en")}
    return {**ledger(("kind: description", f"kind: {kind}"), bibliography=_OFFICIAL if official else ("", "")), **named}


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (_with_verdict("effect"), Verdict(Known.EFFECT, Grade.OFFICIAL)),
        (_with_verdict("association"), Verdict(Known.ASSOCIATION, Grade.OFFICIAL)),
        (_with_verdict("effect", opposes=True), Verdict(Known.MIXED, Grade.OFFICIAL)),
        (_with_verdict("opinion", opposes=True), Verdict(Known.NOT_SHOWN, Grade.OFFICIAL)),
        (_with_verdict("description", official=False), Verdict(Known.NOT_SHOWN, Grade.EXPERIENCE)),
        (ledger(), Verdict(Known.NOT_SHOWN, Grade.UNCONFIRMED)),
    ],
)
def test_what_is_known_and_how_good_the_source_is_are_counted_from_the_claims(
    edits: Edits, expected: Verdict, tmp_path: Path
) -> None:
    guide = read_with(tmp_path, edits)
    page = guide.page_by_key["sv", "pitfalls/vague.md"]
    assert verdict(page, guide) == expected
    box = evidence(page, guide)
    assert f"../about/evidence-grades.md#{expected.known})" in box
    assert f"../about/evidence-grades.md#{expected.grade})" in box
    assert "Bygger på vad chefer själva har berättat" in box


def test_the_overview_shows_each_page_once_in_the_picture_and_once_in_the_table(tmp_path: Path) -> None:
    guide = read_with(tmp_path, _with_verdict("effect"))
    page = guide.page_by_key["sv", "about/sources.md"]
    text = overview(guide, page)
    assert text.count('<td class="fig-box">1</td>') == text.count('<td class="fig-box">2</td>') == 1
    assert '>1. <a href="../../fallgropar/otydliga-granser/">Otydliga gränser</a></th>' in text
    rows = [row.xpath("td/text()") for row in html.fromstring(text).xpath("//tbody/tr[td[@data-label]]")]
    assert rows == [["En effekt är visad", "Offentligt dokument"], ["Inte visat", "Ingen läst källa"]]
    assert overview(read(tmp_path / "other", dict.fromkeys(_JUDGED)), page) == ""


_JUDGED = [f"docs/{code}/{path}.md" for code in ("sv", "en") for path in ("pitfalls/vague", "cases/sundsvall")]
