"""Pictures, style sheets, scripts and templates that cannot be used, each with a twin that can."""

from __future__ import annotations

import io

from PIL import Image

from guides import MKDOCS, Edit, Edits, Fault


def _drawn(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, kind)
    return file.getvalue()


_PNG = _drawn("PNG")
_OVERRIDDEN = MKDOCS.replace("  name: material", "  name: material\n  custom_dir: overrides")


def _shown(name: str, content: Edit) -> Edits:
    """Put a picture on a page of both languages."""
    return {
        f"docs/assets/{name}": content,
        "docs/sv/steps/index.md": ("på varandra.", f"på varandra.\n\n![Stegen på rad](../../assets/{name})"),
        "docs/en/steps/index.md": ("each other.", f"each other.\n\n![Steps in a row](../../assets/{name})"),
    }


def _picture(name: str, plant: Edit, clean: Edit, says: str, line: int = 1) -> Fault:
    return Fault("picture-wrong", _shown(name, plant), _shown(name, clean), f"docs/assets/{name}:{line}", says)


def _svg(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{inside}</svg>\n'


def _style(plant: str, clean: str, says: str, line: int = 1) -> Fault:
    def edits(text: str) -> Edits:
        return {"docs/assets/a.css": text, "mkdocs.yml": MKDOCS + "extra_css: [assets/a.css]\n"}

    return Fault("style-wrong", edits(plant), edits(clean), f"docs/assets/a.css:{line}", says)


def _script(plant: str, clean: str, says: str) -> Fault:
    def edits(text: str) -> Edits:
        return {"docs/assets/a.js": text, "mkdocs.yml": MKDOCS + "extra_javascript: [assets/a.js]\n"}

    return Fault("script-wrong", edits(plant), edits(clean), "docs/assets/a.js:1", says)


def _template(plant: str, clean: str, says: str) -> Fault:
    def edits(text: str) -> Edits:
        return {"overrides/main.html": text, "mkdocs.yml": _OVERRIDDEN}

    return Fault("template-wrong", edits(plant), edits(clean), "overrides/main.html:1", says)


FAULTS = [
    _picture("a.png", b"", _PNG, "cannot be shown"),
    _picture("a.png", _PNG[:60], _PNG, "cannot be shown"),
    _picture("a.jpg", b"<!doctype html><title>404</title>", _drawn("JPEG"), "cannot be shown"),
    _picture("a.jpg", _PNG, _drawn("JPEG"), "it is PNG"),
    _picture("a.png", _PNG + b"\0" * 2_000_000, _PNG + b"\0" * 1000, "weighs"),
    _picture("a.svg", _svg("<g>"), _svg("<g/>"), "cannot be shown"),
    _picture("a.svg", _svg("<script>alert(1)</script>"), _svg("<text>script</text>"), "<script>", 2),
    _picture("a.svg", _svg('<g onclick="x()"/>'), _svg('<g class="on"/>'), "onclick", 2),
    _picture(
        "a.svg",
        _svg('<image href="https://www.regeringen.se/a.png"/>'),
        _svg('<a href="https://www.regeringen.se/"><use href="#a"/></a>'),
        "another host",
        2,
    ),
    _picture("a.svg", "<svg><g/></svg>", _svg("<g/>"), "xmlns"),
    _style("\n.a{color:red", "\n.a{color:red}", "has no }", 2),
    _style('@import url("https://fonts.googleapis.com/css");', ".a{color:red} /* @import */", "@import"),
    _style(".a{background:url(https://www.regeringen.se/a.png)}", ".a{background:url(logo.svg#a)}", "another host"),
    _style('.a{background:url("gone.png")}', ".a{background:url('data:image/png,A')}", 'no "assets/gone.png"'),
    _style("@media print{.a{background:url(gone.png)}}", "@media print{.a{background:url(logo.svg)}}", "gone.png"),
    _script('import {x} from "./gone.js";', 'import {x} from "./a.js";', 'no "assets/gone.js"'),
    _script('fetch("https://www.regeringen.se/a.json");', 'fetch("a.json"); // https://', "another host"),
    _script("if (a) {", "if (a) {}", "cannot be parsed"),
    _script("export let a = ;", "export let a = await import('./a.js');", "cannot be parsed"),
    _script("with (Math) { a = ; }", "with (Math) { a = PI; } // a plain script", "cannot be parsed"),
    _template(
        "<p>{{ 'nowhere.md' | address('sv') }}</p>",
        "{% if name == 'nowhere.md' or name.endswith(('gone.md', 'lost.md')) %}<p>1</p>{% endif %}",
        "there is no page",
    ),
    _template("{{ x | nofilter }}", "{{ x | upper | url }}", 'no filter "nofilter"'),
    _template("{{ 'faqs.md' | address('sv') }}", "{{ 'faq.md' | address('sv') }}", 'did you mean "faq.md"'),
    _template('<p style="color:red">', '<p class="style">{# style="" #}', "the attribute style"),
    _template("<script>alert(1)</script>", "<script src=\"{{ 'a.js' | url }}\"></script>", "<script>"),
    _template("<style>p{}</style>", '<script type="application/ld+json">{}</script>', "<style>"),
    _template('<button onclick="x()">', '<button data-on="x">', "onclick"),
    _template(
        '<link rel="stylesheet" href="https://fonts.googleapis.com/css">',
        '<link rel="license" href="https://creativecommons.org/"><a href="https://www.regeringen.se/">x</a>',
        "another host",
    ),
    _template(
        '<meta property="og:url" content="https://www.regeringen.se/">',
        '<meta property="og:url" content="{{ page.canonical_url }}">',
        "written out",
    ),
    _template("{% if x %}", "{% if x %}{% endif %}", "cannot be read"),
]
