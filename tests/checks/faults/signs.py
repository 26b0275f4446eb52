"""Signs and addresses that a reader of proofs would mark, each with a twin that is right, if unusual."""

from __future__ import annotations

from guides import STEPS_EN, STEPS_SV, Edits, Fault

_SV, _EN = "docs/sv/steps/index.md", "docs/en/steps/index.md"


def _sv(rule: str, plant: str, clean: str, says: str = "") -> Fault:
    return Fault(
        rule,
        {_SV: ("Stegen bygger på varandra.", plant)},
        {_SV: ("Stegen bygger på varandra.", clean)},
        f"{_SV}:14",
        says,
    )


def _en(rule: str, plant: str, clean: str, says: str = "") -> Fault:
    def edits(text: str) -> Edits:
        sv = text.replace(",", "§").replace(".", ",").replace("§", " ").replace("It took", "Det tog")
        return {
            _SV: STEPS_SV.replace("Stegen bygger på varandra.", sv.rstrip(",") + "."),
            _EN: STEPS_EN.replace("The steps build on each other.", text),
        }

    return Fault(rule, edits(plant), edits(clean), f"{_EN}:14", says)


def _both_after(sv: str, en: str) -> Edits:
    return {_SV: ("på varandra.", f"på varandra.\n\n{sv}"), _EN: ("on each other.", f"on each other.\n\n{en}")}


def _link(plant: str, clean: str, says: str) -> Fault:
    return Fault(
        "link-odd",
        {_SV: ("på varandra.", f"på [varandra]({plant}).")},
        {_SV: ("på varandra.", f"på [varandra]({clean}).")},
        f"{_SV}:14",
        says,
    )


FAULTS = [
    _sv("character-odd", "Stegen bygger p\ufffd varandra.", "Stegen bygger på varandra, även i Łódź.", "replacement"),
    _sv("character-odd", "Det är e\ufb00ektivt.", "Det är effektivt: Δ och μ.", "ligature"),
    _sv("character-odd", "Stegen bygger p\u0430 varandra.", "Stegen bygger på «А».".replace("«А»", "А"), "alphabet"),
    _sv("character-odd", "Stegen bygger pÃ¥ varandra.", "SÃO PAULO bygger på varandra.", "wrong encoding"),
    _sv("character-odd", "Stegen\u2003bygger.", "Stegen\u00a0bygger.", "another width"),
    _sv("character-odd", "Stegen\uff08alla\uff09.", "Stegen (alla).", "East Asian"),
    _sv("character-odd", "Stegen\u3000bygger.", "Stegen bygger på 信頼（しんらい）。", "East Asian"),
    _sv("character-odd", "Stegen \uf0e0 bygger.", "Stegen → bygger.", "private font"),
    _sv("punctuation", "Stegen bygger på varandra .", "Stegen, m.m., bygger … på varandra.", "before the sign"),
    _sv("punctuation", "Stegen bygger.De är många.", "Stegen bygger på bl.a. GitHub.com och U.S.A.", "no space after"),
    _sv("punctuation", "Stegen bygger på varandra..", "Stegen bygger på varandra … och mer.", "stands twice"),
    _sv("punctuation", "Stegen  bygger på varandra.", "Stegen `a  b` bygger på varandra.", "two spaces"),
    _sv("punctuation", "Stegen. \u00a0De är många.", "Stegen.\u00a0De är många.  \nOch fler.", "two spaces"),
    Fault(
        "punctuation",
        {_SV: ("title: Steg för", "title: Steg  för")},
        {_SV: ("title: Steg för", "title:  Steg för")},
        f"{_SV}:2",
        "two spaces",
    ),
    Fault(
        "character-odd",
        {_SV: ("title: Steg för", "title: Steg\u00a0för")},
        {_SV: ("title: Steg för", "title: 5\u00a0steg för"), _EN: ("title: Step by", "title: 5\u00a0steps by")},
        f"{_SV}:2",
        "does not break",
    ),
    Fault(
        "character-odd",
        {_SV: ("# Fem steg", "# Fem\u202fsteg")},
        {_SV: ("# Fem steg", "# 5\u202f000 steg"), _EN: ("# Five steps", "# 5,000 steps")},
        f"{_SV}:8",
        "does not break",
    ),
    Fault(
        "character-odd",
        {"mkdocs.yml": ("- Steg:", "- Steg\u00a0för\u00a0steg:")},
        {"mkdocs.yml": ("- Steg:", "- Steg för steg:")},
        "mkdocs.yml:20",
        "does not break",
    ),
    _sv("sentence-small-letter", "stegen bygger på varandra.", "[Stegen](culture.md) bygger.", "begins with a small"),
    _sv("sentence-small-letter", "”stegen” bygger på varandra.", "eNPS mäts. iPhone finns. n.d. finns.", "begins with"),
    _sv(
        "sentence-small-letter", "Stegen bygger. de är många.", "De är bra, resp. de är ca. de.", "after the full stop"
    ),
    Fault(
        "sentence-small-letter",
        _both_after("Stegen är dessa.\n\nstegen bygger.", "The steps are these.\n\nThe steps build."),
        _both_after("Stegen är:\n\n- ett\n- två\n\noch bygger.", "The steps are:\n\n- one\n- two\n\nand build."),
        f"{_SV}:18",
        '"stegen bygger." begins',
    ),
    Fault(
        "sentence-small-letter",
        {_SV: ("title: Steg för", "title: steg för")},
        {_SV: ("title: Steg för", "title: eNPS för")},
        f"{_SV}:2",
    ),
    _sv("punctuation", "Stegen ( alla ) bygger.", "Stegen (alla) bygger.", "inside the brackets"),
    _sv("typography", "Stegen — alla — bygger.", "Stegen – alla – bygger.", "en dash"),
    _sv("typography", "Stegen - alla - bygger.", "Hälso- och sjukvård bygger.", "en dash"),
    Fault(
        "typography",
        _both_after("Se sidorna 13-15.", "See pages 13–15."),
        _both_after("Se 08-12 34, 16/11-2023 och Covid-19.", "See 08-12 34, 16/11-2023 and Covid-19."),
        f"{_SV}:16",
        "years and numbers",
    ),
    Fault(
        "typography",
        _both_after("Det tog 2.5 dagar.", "It took 2.5 days."),
        _both_after("Kl. 13.30 tog steg 2.5 vid.", "At 13.30 step 2.5 began."),
        f"{_SV}:16",
        "before decimals",
    ),
    _sv("typography", "Stegen bygger...", "Stegen bygger …", "write …"),
    _sv("typography", "Stegen “bygger”.", "Stegen ”bygger på ’varandra’”.".replace("bygger på ", ""), "write ”…”"),
    _sv("typography", 'Stegen "bygger".', 'Stegen `"` bygger.', "write ”…”"),
    _sv("typography", "Chefen's steg.", "Chefen’s steg.", "write ’"),
    _sv("typography", "Stegen bygger \N{GRINNING FACE}.", "Stegen bygger ↔ ✓.", "picture sign"),
    _en("typography", "It took 2,5.", "It took 2.5.", "point before decimals"),
    _en("typography", "It took 45 000.", "It took 45,000.", "comma between thousands"),
    _sv(
        "address-bare",
        "Se https://www.riksdagen.se/a för mer.",
        "Se <https://www.riksdagen.se/a> för mer.".replace(
            "<https://www.riksdagen.se/a>", "[riksdagen.se](https://www.riksdagen.se/a)"
        ),
        "stands in the text",
    ),
    _sv("address-bare", "Skriv till eva@kommun.se nu.", "Skriv till [Eva](mailto:eva@kommun.se) nu.", "eva@"),
    _sv("leftover-note", "Fråga [namn] om det.", "Säg: ”Fråga [namn] om det.”", "[namn]"),
    _sv("leftover-note", "Namn: ______", "Namn: …", "___"),
    _sv("leftover-note", "Det är xx procent.", "Det är XXX procent av VV.".replace("XXX", "XXL"), "xx"),
    _sv("text-unbroken", "Stegen " + "bygger" * 8 + ".", "Kommunfullmäktigesammanträdesprotokollen bygger.", "letters"),
    _sv(
        "text-unbroken",
        "Stegen " + "å" * 46 + ".",
        "Stegen a" + "-b" * 23 + " bygger på " + "信" * 60 + ".",
        "46 letters",
    ),
    _link("https://www.riksdagen.se/a?utm_source=brev", "https://www.riksdagen.se/a?source=utm", "tells who sent"),
    Fault(
        "link-odd",
        {_SV: ("på varandra.", "på [varandra](https://www.riksdagen.se/){target=_blank}.")},
        {_SV: ("på varandra.", "på [varandra](https://www.riksdagen.se/){hreflang=sv}, `{target=_blank}`.")},
        f"{_SV}:14",
        "nobody asked for",
    ),
    _link("https://192.168.1.2/a", "https://8.8.8.8/a", "private network"),
    _link("https://intranet/a", "https://intranet.kommun.se/a", "private network"),
    _link("https://www.example.com/a", "https://www.example-institute.se/a", "is an example"),
    _link("https://www.riksdagen.se/a.", "https://www.riksdagen.se/a.b", "the sign that followed"),
    _link("https://www.riksdagen.se/a%2520b", "https://www.riksdagen.se/a%20b", "encoded twice"),
    _link("https://https://www.riksdagen.se/", "https://web.archive.org/web/2020/https://www.riksdagen.se/", "twice"),
    _link("HTTPS://www.riksdagen.se/", "https://www.RIKSDAGEN.se/", "capitals"),
    _link("https://kommun.sharepoint.com/x", "https://www.sharepoint-forum.se/x", "edited"),
    _link("https://docs.google.com/document/d/1/edit", "https://docs.google.com/document/d/1/pub", "edited"),
    _link("https://eva:x@www.riksdagen.se/", "https://www.riksdagen.se/@eva", "a name or a password"),
    _link("mailto:eva@@kommun.se", "mailto:eva@kommun.se?subject=a@b", "no e-mail address"),
    _link("https://www.rik\u0455dagen.se/", "https://www.xn--rikdagen-1hk.se/", "look like others"),
    Fault(
        "link-odd",
        {"data/bibliography.json": ('sou-2018-47/"', 'sou-2018-47/?fbclid=x"')},
        {"data/bibliography.json": ('sou-2018-47/"', 'sou-2018-47/?id=x"')},
        "data/bibliography.json:2",
        "tells who sent",
    ),
    Fault(
        "text-unbroken",
        _both_after("Stegen är många.\n\n" * 12_000, "The steps are many.\n\n" * 12_000),
        _both_after("Stegen är många.\n\n" * 20, "The steps are many.\n\n" * 20),
        f"{_SV}:1",
        "thousand signs",
    ),
]
