"""The files by which hosts are told what to send: nginx, Caddy, Apache, Netlify and Cloudflare, Azure.

What lives here: the form of each file. What does not: the values (``addresses/hosting.py``).

Those that a host reads in the site's own folder (``.htaccess``, ``_headers``, ``staticwebapp.config.json``) are
published with it; nginx and Caddy read theirs elsewhere, so these stand in ``hosting/``: ``guide hosting`` writes them.

Other sites may frame parts (``/b/…``), short addresses and, where a host can look at the query, pages that are asked
for with ``?embed``. ``_headers`` and Azure cannot: there, whole pages are not framed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from guide.addresses.embeds import FOLDER as PARTS
from guide.addresses.hosting import (
    ANEW,
    EMBED,
    EVERYWHERE,
    FINGERPRINTED,
    FRAMED,
    KEPT,
    OWN,
    PICTURES,
    SHARED,
    SHORTLY,
    UNFRAMED,
)
from guide.addresses.short import FOLDER as SHORT
from guide.model.guide import Guide

FOLDER = "hosting"
"""Folder of the project that holds the files that no site does."""
_POLICY, _RESOURCE, _CACHE = "Content-Security-Policy", "Cross-Origin-Resource-Policy", "Cache-Control"
_FRAMEABLE = f"/[{PARTS}{SHORT}]/"
"""Pattern of the paths that other sites may frame."""
_ASKED = f"(^|&){EMBED}(=|&|$)"
"""Pattern of a query that asks for a page to be framed."""
_PICTURES = f"/({'|'.join(PICTURES)})/"
_CARDS = f"/{PICTURES[1]}/"
_SAID = "Made by `guide hosting` from scripts/guide/addresses/hosting.py, which says what each header is for."
_TYPES = {"md": "text/markdown", "webmanifest": "application/manifest+json"}
"""Types that servers of today do not all know."""


def write_hosting(guide: Guide, site_dir: Path) -> None:
    """Write the files that hosts read in the site itself, when all its folders are there."""
    prefix = urlsplit(guide.settings.site_url).path.rstrip("/")
    files = {
        ".htaccess": htaccess(prefix),
        "_headers": underscored(prefix, list(_places(site_dir))),
        "staticwebapp.config.json": azure(prefix),
    }
    for name, text in files.items():
        (site_dir / name).write_text(text, encoding="utf-8")


def _places(site_dir: Path) -> Iterator[str]:
    """Give the pages at the top of a site, and a pattern for each folder that holds some."""
    for entry in sorted(site_dir.iterdir()):
        if entry.is_dir() and next(entry.rglob("*.html"), None):
            yield f"/{quote(entry.name)}/*"
        elif entry.suffix == ".html":
            yield "/" if entry.name == "index.html" else f"/{quote(entry.name)}"


def files_of_servers() -> Mapping[str, str]:
    """Give what the project keeps for those who run a server of their own, by name."""
    return {"nginx.conf": nginx(), "Caddyfile": caddy()}


# Servers of one's own -------------------------------------------------------


def nginx() -> str:
    """Give a file for nginx: to be put into ``conf.d``, or included in ``http``."""
    every = "".join(f'    add_header {name} "{value}" always;\n' for name, value in EVERYWHERE.items())
    types = "".join(f"        {kind} {ending};\n" for ending, kind in _TYPES.items())
    return f"""\
# {_SAID}
# Put the site into /srv/guide, this file into conf.d, and TLS in front of it.
map "$uri?$args" $guide_policy {{
    default "{UNFRAMED}";
    "~^[^?]*{_FRAMEABLE}" "{FRAMED}";
    "~\\?(.*&)?{EMBED}(=|&|$)" "{FRAMED}";
}}
map "$uri?$args" $guide_resource {{
    default "{OWN}";
    "~^[^?]*({_FRAMEABLE}|{_CARDS})" "{SHARED}";
    "~\\?(.*&)?{EMBED}(=|&|$)" "{SHARED}";
}}
map $uri $guide_cache {{
    default "{ANEW}";
    "~{FINGERPRINTED}" "{KEPT}";
    "~{_PICTURES}" "{SHORTLY}";
}}
server {{
    listen 8080;
    root /srv/guide;
    index index.html;
    error_page 404 /404.html;
    server_tokens off;
    absolute_redirect off;
    charset utf-8;
    gzip on;
    gzip_types text/css text/javascript application/javascript image/svg+xml application/json text/plain text/markdown;
    include mime.types;
    types {{
{types}    }}
{every}    add_header {_POLICY} $guide_policy always;
    add_header {_RESOURCE} $guide_resource always;
    add_header {_CACHE} $guide_cache always;
}}
"""


def caddy() -> str:
    """Give a Caddyfile, for the address in GUIDE_ADDRESS (a domain: Caddy then fetches a certificate by itself)."""
    every = "".join(f'\t\t\t{name} "{value}"\n' for name, value in EVERYWHERE.items())
    types = "".join(f'\t\theader *.{ending} Content-Type "{kind}; charset=utf-8"\n' for ending, kind in _TYPES.items())
    framed = f"path('/{PARTS}/*', '/{SHORT}/*') || {{query}}.matches('{_ASKED}')"
    return f"""\
# {_SAID}
# In a route, what stands later holds: Caddy would put headers for all addresses last.
(told) {{
\troute {{
\t\theader {{
{every}\t\t\t{_CACHE} "{ANEW}"
\t\t\t{_RESOURCE} "{OWN}"
\t\t}}
\t\theader -Server
\t\theader @whole {_POLICY} "{UNFRAMED}"
\t\theader @framed {_POLICY} "{FRAMED}"
\t\theader @framed {_RESOURCE} "{SHARED}"
\t\theader @cards {_RESOURCE} "{SHARED}"
\t\theader @kept {_CACHE} "{KEPT}"
\t\theader @pictures {_CACHE} "{SHORTLY}"
{types}\t}}
}}
{{$GUIDE_ADDRESS::8080}} {{
\t@framed expression `{framed}`
\t@whole expression `!({framed})`
\t@cards path {_CARDS}*
\t@kept path_regexp {FINGERPRINTED}
\t@pictures path {" ".join(f"/{folder}/*" for folder in PICTURES)}
\troot * {{$GUIDE_SITE:/srv/guide}}
\tencode gzip
\timport told
\tfile_server
\thandle_errors {{
\t\timport told
\t\trewrite * /404.html
\t\tfile_server
\t}}
}}
"""


def htaccess(prefix: str) -> str:
    """Give a file for Apache 2.4 with mod_headers, below the path ``prefix`` of its host."""
    framed = f"%{{REQUEST_URI}} =~ m#^{prefix}{_FRAMEABLE}# || %{{QUERY_STRING}} =~ m#{_ASKED}#"
    every = "".join(f'  Header always set {name} "{value}"\n' for name, value in EVERYWHERE.items())
    types = "".join(f"AddType {kind} .{ending}\n" for ending, kind in _TYPES.items())
    return f"""\
# {_SAID}
# The server must allow it (AllowOverride All) and have mod_headers.
DirectoryIndex index.html
ErrorDocument 404 {prefix}/404.html
AddDefaultCharset utf-8
{types}<IfModule mod_headers.c>
{every}  Header always set {_POLICY} "{UNFRAMED}" "expr=!({framed})"
  Header always set {_POLICY} "{FRAMED}" "expr={framed}"
  Header always set {_RESOURCE} "{OWN}" "expr=!({framed} || %{{REQUEST_URI}} =~ m#{_CARDS}#)"
  Header always set {_RESOURCE} "{SHARED}" "expr={framed} || %{{REQUEST_URI}} =~ m#{_CARDS}#"
  Header always set {_CACHE} "{ANEW}"
  Header always set {_CACHE} "{KEPT}" "expr=%{{REQUEST_URI}} =~ m#{FINGERPRINTED}#"
  Header always set {_CACHE} "{SHORTLY}" "expr=%{{REQUEST_URI}} =~ m#{_PICTURES}#"
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript image/svg+xml application/json
</IfModule>
"""


# Hosts of static sites ------------------------------------------------------


def underscored(prefix: str, places: list[str]) -> str:
    """Give a file ``_headers`` for Netlify and Cloudflare Pages; ``places`` are patterns of all pages.

    Where two patterns fit an address, some hosts join their values and others choose: so no header stands twice.
    """
    framed = (f"/{PARTS}/", f"/{SHORT}/")
    rules: list[tuple[str, Mapping[str, str]]] = [("/*", EVERYWHERE)]
    for place in places:
        is_framed = place.startswith(framed)
        rules.append((place, {_POLICY: FRAMED if is_framed else UNFRAMED, _RESOURCE: SHARED if is_framed else OWN}))
    rules += [(f"/assets/{folder}/*", {_CACHE: KEPT, _RESOURCE: OWN}) for folder in ("css", "js", "search")]
    rules += [
        (f"/{folder}/*", {_CACHE: SHORTLY, _RESOURCE: SHARED if f"/{folder}/" == _CARDS else OWN})
        for folder in PICTURES
    ]
    blocks = (
        "".join([f"{prefix}{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for path, headers in rules
    )
    return f"# {_SAID}\n{''.join(blocks)}"


def azure(prefix: str) -> str:
    """Give the settings of Azure Static Web Apps."""
    framed = {_POLICY: FRAMED, _RESOURCE: SHARED}
    kept = [f"/assets/{folder}/*" for folder in ("css", "js", "search")]
    routes = [
        *({"route": f"{prefix}/{folder}/*", "headers": framed} for folder in (PARTS, SHORT)),
        *({"route": f"{prefix}{path}", "headers": {_CACHE: KEPT}} for path in kept),
        *(
            {
                "route": f"{prefix}/{folder}/*",
                "headers": {_CACHE: SHORTLY, _RESOURCE: SHARED if f"/{folder}/" == _CARDS else OWN},
            }
            for folder in PICTURES
        ),
    ]
    settings = {
        "globalHeaders": {**EVERYWHERE, _POLICY: UNFRAMED, _RESOURCE: OWN, _CACHE: ANEW},
        "routes": routes,
        "responseOverrides": {"404": {"rewrite": f"{prefix}/404.html"}},
        "mimeTypes": {f".{ending}": kind for ending, kind in _TYPES.items()},
    }
    return json.dumps(settings, indent=2) + "\n"
