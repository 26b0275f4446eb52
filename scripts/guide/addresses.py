"""Built addresses: from a page's slug and language to the file and URL it is published at.

What lives here: the one rule that turns a slug into an address. What does not:
the ledger of published addresses and the redirects (``ledger.py``).
"""

from __future__ import annotations


def destination(slug: str, language: str, default_language: str, use_directory_urls: bool) -> str:
    """Give the path of the built file, relative to the site's root.

    ``slug`` is the front-matter slug ("" for the start page). The default
    language is published at the root, every other below its own code.

    >>> destination("steg/ledarskap", "sv", "sv", True)
    'steg/ledarskap/index.html'
    >>> destination("", "en", "sv", True)
    'en/index.html'
    >>> destination("steps/leadership", "en", "sv", False)
    'en/steps/leadership.html'
    """
    parts = [] if language == default_language else [language]
    if not slug:
        return "/".join([*parts, "index.html"])
    if use_directory_urls:
        return "/".join([*parts, slug, "index.html"])
    return "/".join([*parts, f"{slug}.html"])


def url_of(dest_uri: str, use_directory_urls: bool) -> str:
    """Give the site-relative URL under which ``dest_uri`` is reached.

    The start page's is "./", which is what MkDocs expects of a home page.

    >>> url_of("steg/ledarskap/index.html", True)
    'steg/ledarskap/'
    >>> url_of("index.html", True)
    './'
    >>> url_of("steg/ledarskap.html", False)
    'steg/ledarskap.html'
    """
    if use_directory_urls and dest_uri.endswith("index.html"):
        return dest_uri.removesuffix("index.html") or "./"
    return dest_uri
