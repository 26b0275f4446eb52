"""Where a page is published: the one rule that turns a slug and a language into a file of the site.

What lives here: the one rule that turns a slug into an address. What does not:
the ledger of published addresses and the redirects (``ledger.py``).
"""

from __future__ import annotations

from guide.model.page import Page
from guide.model.settings import Settings


def built_file(slug: str, language: str, default_language: str, use_directory_urls: bool) -> str:
    """Give the path of the built file, relative to the site's root.

    ``slug`` is the front-matter slug ("" for the start page). The default
    language is published at the root, every other below its own code.

    >>> built_file("steg/ledarskap", "sv", "sv", True)
    'steg/ledarskap/index.html'
    >>> built_file("", "en", "sv", True)
    'en/index.html'
    >>> built_file("steps/leadership", "en", "sv", False)
    'en/steps/leadership.html'
    """
    parts = [] if language == default_language else [language]
    if not slug:
        return "/".join([*parts, "index.html"])
    if use_directory_urls:
        return "/".join([*parts, slug, "index.html"])
    return "/".join([*parts, f"{slug}.html"])


def page_address(page: Page, settings: Settings) -> str:
    """Give where a page is published, relative to the site's root: "steg/ledarskap/", "" for the root."""
    default, directory_urls = settings.default_language.code, settings.use_directory_urls
    slug = page.slug or (_slug_of_path(page.path) if directory_urls else page.path.rpartition(".")[0])
    built = built_file("" if slug == "index" else slug, page.language, default, directory_urls)
    return built.removesuffix("index.html") if directory_urls else built


def _slug_of_path(path: str) -> str:
    """Give the slug that MkDocs itself makes of a path: "steps/index.md" is "steps"."""
    stem = path.rpartition(".")[0]
    folder, _, name = stem.rpartition("/")
    return folder if name.lower() in {"index", "readme"} else stem
