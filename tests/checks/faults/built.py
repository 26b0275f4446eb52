"""Faults in the built site, each with a twin that is right."""

from __future__ import annotations

from guides import SiteFault

FAULTS = [
    SiteFault(
        "built-link-missing",
        {"steg/index.html": ('href="../steg/tillitskultur/"', 'href="../steg/kultur/"')},
        {"steg/index.html": ('href="../steg/tillitskultur/"', 'href="tillitskultur/index.html?a=1"')},
        "site/steg/index.html:19",
    ),
    SiteFault(
        "built-link-missing",
        {"404.html": "<html lang='sv'><a href='/fel/'>Fel</a></html>"},
        {
            "404.html": "<html lang='sv'><a href='/steg/'>Steg</a> <a href='/.'>Start</a> "
            "<a href='https://guide.example/en/'>En</a></html>"
        },
        "site/404.html:1",
    ),
    SiteFault(
        "built-anchor-missing",
        {"steg/index.html": ('href="#order"', 'href="#ordre"')},
        {"steg/index.html": ('href="#order"', 'href="../steg/#order"')},
        "site/steg/index.html:23",
        'did you mean "#order"',
    ),
    SiteFault(
        "built-asset-missing",
        {"steg/index.html": ('src="../assets/logo.svg"', 'src="../assets/logo.png"')},
        {"steg/index.html": ('src="../assets/logo.svg"', 'src="/assets/logo.svg"')},
        "site/steg/index.html:12",
    ),
    SiteFault(
        "built-asset-missing",
        {"steg/index.html": ('src="../assets/logo.svg"', 'srcset="../assets/logo.svg 1x, ../assets/b.svg 2x"')},
        {"steg/index.html": ('src="../assets/logo.svg"', 'srcset="../assets/logo.svg 1x, ../assets/logo.svg 2x"')},
        "site/steg/index.html:12",
        "b.svg",
    ),
    SiteFault(
        "built-foreign-host",
        {"steg/index.html": ('href="../assets/site.css"', 'href="https://fonts.example/a.css"')},
        {"steg/index.html": ("</body>", '<a href="https://fonts.example/a.css">Typsnitt</a></body>')},
        "site/steg/index.html:8",
    ),
    SiteFault(
        "built-id-reference",
        {"steg/index.html": ('for="q"', 'for="search"')},
        {"steg/index.html": ('for="q"', 'id="l" for="q"')},
        "site/steg/index.html:11",
    ),
    SiteFault(
        "built-id-twice",
        {"steg/index.html": ('<label for="q">', '<label id="order" for="q">')},
        {"steg/index.html": ('<label for="q">', '<label id="orders" for="q">')},
        "site/steg/index.html:22",
    ),
    SiteFault(
        "built-hreflang",
        {
            "steg/index.html": (
                'hreflang="en" href="https://guide.example/en/steps/"',
                'hreflang="en" href="https://guide.example/en/"',
            )
        },
        {
            "steg/index.html": (
                "</head>",
                '<link rel="alternate" hreflang="x-default" href="https://guide.example/steg/"></head>',
            )
        },
        "site/steg/index.html:1",
    ),
    SiteFault(
        "built-hreflang",
        {"en/steps/index.html": ('hreflang="sv"', 'hreflang="no"')},
        {"en/steps/index.html": ('<link rel="alternate" hreflang="sv"', '<link hreflang="sv" rel="alternate"')},
        "site/en/steps/index.html:1",
        "no alternate for sv",
    ),
    SiteFault(
        "built-canonical",
        {
            "steg/index.html": (
                'rel="canonical" href="https://guide.example/steg/"',
                'rel="canonical" href="https://guide.example/"',
            )
        },
        {
            "steg/index.html": (
                'rel="canonical" href="https://guide.example/steg/"',
                'rel="canonical" href="https://GUIDE.example/steg/"',
            )
        },
        "site/steg/index.html:5",
    ),
    SiteFault(
        "built-canonical",
        {"404.html": '<html lang="sv"><link rel="canonical" href="https://guide.example/none/"></html>'},
        {"404.html": '<html lang="sv"><link rel="canonical" href="https://guide.example/steg/"></html>'},
        "site/404.html:1",
    ),
    SiteFault(
        "built-hreflang",
        {"404.html": '<html lang="sv"><link rel="alternate" hreflang="en" href="/en/404.html"></html>'},
        {"404.html": '<html lang="sv"><link rel="alternate" hreflang="en" href="/en/"></html>'},
        "site/404.html:1",
    ),
    SiteFault(
        "built-sitemap",
        {"sitemap.xml": ("<loc>https://guide.example/steg/</loc>", "<loc>https://guide.example/stegen/</loc>")},
        {"sitemap.xml": ("<loc>https://guide.example/steg/</loc>", "<loc> https://guide.example/steg/ </loc>")},
        "site/sitemap.xml:17",
    ),
    SiteFault(
        "built-search",
        {"search/search_index.json": ("tillitskultur/#why", "tillitskultur/#whi")},
        {"search/search_index.json": ("tillitskultur/#why", "tillitskultur/#signs")},
        "site/search/search_index.json:1",
    ),
    SiteFault(
        "built-lang",
        {"steg/index.html": ('<html lang="sv">', '<html lang="en">')},
        {"steg/index.html": ('<html lang="sv">', "<html class=a lang=sv>")},
        "site/steg/index.html:1",
    ),
    SiteFault(
        "built-title",
        {"steg/index.html": ("Steg för steg – Provguiden", "Start – Provguiden")},
        {"steg/index.html": ("Steg för steg – Provguiden", "Stegen – Provguiden")},
        "site/steg/index.html:1",
    ),
    SiteFault(
        "built-title",
        {"steg/index.html": ("<title>Steg för steg – Provguiden</title>", "")},
        {"steg/index.html": ("<title>Steg för steg – Provguiden</title>", "<title>Fem</title>")},
        "site/steg/index.html:1",
        "no title",
    ),
    SiteFault(
        "built-description",
        {"steg/index.html": ('content="Steg för steg"', 'content=" "')},
        {"steg/index.html": ('content="Steg för steg"', 'content="Fem steg"')},
        "site/steg/index.html:1",
    ),
    SiteFault(
        "built-hidden",
        {"steg/index.html": ("<head>", '<head><meta name="robots" content="noindex">')},
        {"steg/index.html": ("<head>", '<head><meta name="robots" content="max-snippet:50">')},
        "site/steg/index.html:1",
    ),
    *(
        SiteFault(
            "built-unnamed",
            {"steg/index.html": ("</body>", f"{plant}</body>")},
            {"steg/index.html": ("</body>", f"{clean}</body>")},
            "site/steg/index.html",
            f"a {tag} element",
        )
        for tag, plant, clean in (
            ("button", "<button><svg></svg></button>", "<button><svg></svg>Sök</button>"),
            ("button", "<button> </button>", '<button aria-label="Sök"> </button>'),
            ("a", '<a href="#"><img src="../assets/logo.svg" alt=""></a>', '<a id="x"></a><a href="#">Upp</a>'),
            ("input", '<input type="text">', '<label>Namn <input type="text"></label><input type="hidden">'),
        )
    ),
    SiteFault(
        "built-h1",
        {"steg/index.html": ("</body>", "<h1>Igen</h1></body>")},
        {"steg/index.html": ("</body>", "<h2>Igen</h2></body>")},
        "site/steg/index.html:1",
    ),
    SiteFault(
        "built-page-missing",
        {"steg/tillitskultur/index.html": None, "steg/index.html": ("", ""), "index.html": ("", "")},
        {"steg/index.html": ("", "")},
        "docs/sv/steps/culture.md:1",
    ),
    SiteFault(
        "built-markup-left",
        {"steg/index.html": ("</body>", "<p>Text.[^sou-2018-47]</p></body>")},
        {"steg/index.html": ("</body>", "<p>Text. <code>[^sou-2018-47]</code></p></body>")},
        "site/steg/index.html:24",
    ),
    SiteFault(
        "built-image-no-alt",
        {"steg/index.html": (' alt=""', "")},
        {"steg/index.html": (' alt=""', ' alt="Logotyp"')},
        "site/steg/index.html:12",
    ),
    SiteFault(
        "built-unreadable",
        {"sitemap.xml": ("</urlset>", "")},
        {"sitemap.xml": ("</urlset>", "</urlset>\n")},
        "site/sitemap.xml:1",
    ),
]
