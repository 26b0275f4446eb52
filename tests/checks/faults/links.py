"""Faults in links, anchors, images and files, each with a twin that is right."""

from __future__ import annotations

import io

import pikepdf

from guides import START_SV, Edits, Fault
from question_guides import SPLIT

_AT = "docs/sv/index.md:9"


def _labelled(definitions: str) -> Edits:
    return {"docs/sv/index.md": START_SV.replace("[stegen](steps/index.md)", "[stegen][s]") + "\n" + definitions}


def _two_pictures(first: str, second: str) -> Edits:
    pictures = f"![{first}](../assets/logo.svg) ![{second}](../assets/other.svg)"
    drawn = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    return {"docs/assets/other.svg": drawn, "docs/sv/index.md": ("(faq.md).", f"(faq.md). {pictures}")}


def _pdf(pages: int) -> bytes:
    file, written = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        file.add_blank_page()
    file.save(written)
    return written.getvalue()


FAULTS = [
    Fault(
        "link-missing-page",
        {"docs/sv/index.md": ("(steps/index.md)", "(steps/indexx.md)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(./steps/index.md)")},
        "docs/sv/index.md:9",
        'did you mean "steps/index.md"',
    ),
    Fault(
        "link-missing-anchor",
        {"docs/sv/index.md": ("#why", "#whyy")},
        {"docs/sv/index.md": ("#why", "#signs")},
        "docs/sv/index.md:13",
        'did you mean "#why"',
    ),
    Fault(
        "link-wrong-case",
        {"docs/sv/index.md": ("steps/culture.md", "steps/Culture.md")},
        {"docs/sv/index.md": ("steps/culture.md", "steps/../steps/culture.md")},
        "docs/sv/index.md:13",
        "culture.md",
    ),
    Fault(
        "link-wrong-case",
        {"docs/sv/index.md": ("#why", "#Why")},
        {"docs/sv/index.md": ("#why", "")},
        "docs/sv/index.md:13",
        'did you mean "#why"',
    ),
    Fault(
        "link-outside-docs",
        {"docs/sv/index.md": ("(steps/index.md)", "(../../README.md)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(../sv/steps/index.md)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-outside-docs",
        {"docs/sv/index.md": ("# Välkommen till guiden\n", "# Välkommen till guiden\n\n![En bild](../../logo.svg)\n")},
        {
            "docs/sv/index.md": (
                "# Välkommen till guiden\n",
                "# Välkommen till guiden\n\n![En bild](../assets/logo.svg)\n",
            )
        },
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-to-listed-question",
        {**SPLIT, "docs/sv/index.md": START_SV.replace("(faq.md)", "(faq.md#what-is-trust)")},
        {**SPLIT, "docs/sv/index.md": START_SV.replace("(faq.md)", "(faq.md#theme-basics)")},
        "docs/sv/index.md:9",
        'did you mean "faq/basics.md#what-is-trust"',
    ),
    Fault(
        "link-absolute",
        {"docs/sv/index.md": ("(faq.md)", "(/vanliga-fragor/#hur)")},
        {"docs/sv/index.md": ("(faq.md)", "(faq.md#how-to-begin)")},
        "docs/sv/index.md:9",
        'did you mean "faq.md#hur"',
    ),
    Fault(
        "link-own-site",
        {"docs/sv/index.md": ("(faq.md)", "(https://guide.example/vanliga-fragor/)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(https://other.example/vanliga-fragor/)")},
        "docs/sv/index.md:9",
        'did you mean "faq.md"',
    ),
    Fault(
        "link-own-site",
        {"docs/sv/index.md": ("(faq.md)", "(http://localhost:8000/faq/)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(http://local.example:8000/faq/)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-built-address",
        {"docs/sv/steps/index.md": ("(culture.md)", "(culture/)")},
        {"docs/sv/steps/index.md": ("(culture.md)", "(culture.md)")},
        "docs/sv/steps/index.md:10",
        'did you mean "culture.md"',
    ),
    Fault(
        "link-built-address",
        {"docs/sv/steps/index.md": ("(culture.md)", "(culture.html)")},
        {"docs/sv/steps/index.md": ("(culture.md)", "(culture.md#signs)")},
        "docs/sv/steps/index.md:10",
    ),
    Fault(
        "link-other-language",
        {"docs/sv/steps/index.md": ("(culture.md)", "(../../en/steps/culture.md)")},
        {
            "docs/sv/steps/index.md": (
                "bygger på varandra.",
                "finns på [engelska](../../en/steps/index.md){ hreflang=en }.",
            )
        },
        "docs/sv/steps/index.md:10",
        'did you mean "culture.md"',
    ),
    Fault(
        "link-to-itself",
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger på [varandra](index.md).")},
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger på [varandra](#order).")},
        "docs/sv/steps/index.md:14",
    ),
    Fault(
        "link-to-itself",
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger på [varandra](#).")},
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger på [varandra](culture.md#why).")},
        "docs/sv/steps/index.md:14",
    ),
    Fault(
        "link-malformed",
        {"docs/sv/index.md": ("(faq.md)", "(<https://exa mple.org/>)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(https://www.riksdagen.se/a%20b)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-malformed",
        {"docs/sv/index.md": ("(faq.md)", "()")},
        {"docs/sv/index.md": ("(steps/index.md)", "(mailto:a@example.org)")},
        "docs/sv/index.md:9",
        "empty",
    ),
    Fault(
        "link-malformed",
        {"docs/sv/index.md": ("(faq.md)", "(mailto:ingen)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(tel:+468123456)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-unknown-scheme",
        {"docs/sv/index.md": ("(faq.md)", "(javascript:alert)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(mailto:a@example.org)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-http",
        {"docs/sv/index.md": ("(faq.md)", "(http://www.regeringen.se/)")},
        {"docs/sv/index.md": ("(steps/index.md)", "(http://gammal.example/)")},
        "docs/sv/index.md:9",
        "https://www.regeringen.se/",
    ),
    Fault(
        "link-undefined-reference",
        {"docs/sv/index.md": ("[vanliga frågor](faq.md)", "[vanliga frågor][fragor]")},
        {"docs/sv/index.md": ("[vanliga frågor](faq.md).", "[vanliga frågor][fragor].\n\n[fragor]: faq.md")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-unused-reference",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md).\n\n[fragor]: faq.md")},
        {"docs/sv/index.md": ("[vanliga frågor](faq.md).", "[vanliga frågor][].\n\n[vanliga frågor]: faq.md")},
        "docs/sv/index.md:11",
    ),
    Fault(
        "link-text-empty",
        {"docs/sv/index.md": ("[vanliga frågor]", "[]")},
        {"docs/sv/index.md": ("[vanliga frågor]", "[![Frågor](../assets/logo.svg)]")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-text-meaningless",
        {"docs/sv/index.md": ("[vanliga frågor]", "[Läs mer…]")},
        {"docs/sv/index.md": ("[vanliga frågor]", "[läs mer om frågor]")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-text-meaningless",
        {"docs/en/index.md": ("[common questions]", "[here]")},
        {"docs/en/index.md": ("[common questions]", "[here are questions]")},
        "docs/en/index.md:9",
    ),
    Fault(
        "link-text-meaningless",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). <https://example.org/>")},
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). [Exempel](https://www.riksdagen.se/)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-file-fragment",
        {
            "docs/sv/index.md": ("(faq.md).", "(faq.md). [Mall](../assets/mall.docx#sida)."),
            "docs/assets/mall.docx": b"PK",
        },
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). [Mall](../assets/mall.docx)."), "docs/assets/mall.docx": b"PK"},
        "docs/sv/index.md:9",
    ),
    Fault(
        "link-anchor-one-language",
        {
            "docs/sv/index.md": ("(faq.md)", "(steps/index.md#box)"),
            "docs/en/steps/index.md": ("build on each other.", 'build on <span id="box">each</span> other.'),
        },
        {
            "docs/sv/index.md": ("(steps/index.md)", "(steps/index.md#box)"),
            "docs/en/steps/index.md": ("build on each other.", 'build on <span id="box">each</span> other.'),
            "docs/sv/steps/index.md": ("på varandra.", 'på <span id="box">varandra</span>.'),
        },
        "docs/sv/index.md:9",
    ),
    Fault(
        "glossary-unknown",
        {"docs/sv/index.md": ("#trust", "#trusty")},
        {"docs/sv/index.md": ("glossary.md#trust", "glossary.md")},
        "docs/sv/index.md:14",
        'did you mean "#trust"',
    ),
    Fault(
        "asset-missing",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![En ruta](../assets/logga.svg)")},
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![En ruta](assets/logo.svg)")},
        "docs/sv/index.md:9",
        'did you mean "../assets/logo.svg"',
    ),
    Fault(
        "asset-unused",
        {"docs/assets/spare.png": b"png"},
        {"docs/assets/used.txt": "x", "docs/assets/a.css": "a { background: url(used.txt) } /* a.css */"},
        "docs/assets/spare.png:1",
    ),
    Fault(
        "image-no-alt",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![](../assets/logo.svg)")},
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![](../assets/logo.svg){ role=presentation }")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "image-alt-file-name",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![logo](../assets/logo.svg)")},
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![Guidens logotyp](../assets/logo.svg)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "image-alt-file-name",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![bild](../assets/logo.svg)")},
        {
            "docs/assets/tillit.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "docs/sv/index.md": ("(faq.md).", "(faq.md). ![tillit](../assets/tillit.svg)"),
        },
        "docs/sv/index.md:9",
        "says nothing",
    ),
    Fault(
        "image-foreign-host",
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![En ruta](https://example.org/a.png)")},
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![En ruta](../assets/logo.svg)")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "html-id-reference",
        {"docs/sv/pitfalls/vague.md": ('"ram-t ram-d"', '"ram-t ram-x"')},
        {"docs/sv/pitfalls/vague.md": ('"ram-t ram-d"', '"ram-d ram-t"')},
        "docs/sv/pitfalls/vague.md:22",
    ),
    Fault(
        "html-id-reference",
        {"docs/sv/pitfalls/vague.md": ("url(#ram-arrow)", "url(#arrow)")},
        {"docs/sv/pitfalls/vague.md": (' marker-end="url(#ram-arrow)"', "")},
        "docs/sv/pitfalls/vague.md:24",
    ),
    Fault(
        "link-reference-twice",
        _labelled("[s]: steps/index.md\n[S]: faq.md\n"),
        _labelled("[s]: steps/index.md\n"),
        "docs/sv/index.md:17",
        '"[s]" has an address already',
    ),
    Fault("image-alt-twice", _two_pictures("En ruta", "En ruta"), _two_pictures("En ruta", "En cirkel"), _AT, "line 9"),
    Fault(
        "image-alt-twice",
        _two_pictures("En ruta", "en ruta"),
        {"docs/sv/index.md": ("(faq.md).", "(faq.md). ![En ruta](../assets/logo.svg) ![En ruta](../assets/logo.svg)")},
        _AT,
    ),
    *(
        Fault(
            "link-missing-anchor",
            {"docs/assets/a.pdf": _pdf(3), "docs/sv/index.md": ("(faq.md).", f"(faq.md). [Bild](../assets/a.pdf#{a})")},
            {"docs/assets/a.pdf": _pdf(3), "docs/sv/index.md": ("(faq.md).", f"(faq.md). [Bild](../assets/a.pdf#{b})")},
            "docs/sv/index.md:9",
            "write a page from 1 to 3",
        )
        for a, b in (("page=99", "page=3"), ("zoom=50&page=0", "zoom=50&page=1"))
    ),
]
