"""What a host is to send with the site's files: the one home of the policy and of every other header.

What lives here: the values, and the policy as a page says it itself. What does not: which addresses they go with and
the files by which hosts are told (``export/hosting.py``), and why each value is as it is (decision 22).

A page says the policy in its own head, so that it is in force where a host sends no headers (GitHub Pages, a folder
that is opened by double click). What a page cannot say, only a header can: who may frame it, and the rest below.
Followed: Content Security Policy Level 3, Trusted Types, Permissions Policy, Fetch (CORP), HTML (COOP), RFC 6797, 9111.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

# Pictures may be data: small ones of the style sheet stand in it, and so does the empty icon of short addresses.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What every page may load and do."""
TRUSTED = "require-trusted-types-for 'script'; trusted-types guide"
"""No text becomes a script; ``client/trusted.js`` makes the only addresses that may."""
FRAMED = f"{POLICY}; {TRUSTED}"
"""The policy of what other sites may frame, as a header."""
UNFRAMED = f"{FRAMED}; frame-ancestors 'none'"
"""That of everything else."""
IN_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">'
"""The policy as a page says it itself; it stands before whatever is loaded."""

EVERYWHERE: Mapping[str, str] = {
    # Not includeSubDomains, not preload: other hosts of the same domain are not the guide's to decide on.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    # The camera reads codes on one page, once a reader presses a button (client/group/camera.js); no frame gets it.
    "Permissions-Policy": (
        "camera=(self), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"
    ),
}
"""Headers that go with every address."""
OWN, SHARED = "same-origin", "cross-origin"
"""Cross-Origin-Resource-Policy: of everything, and of what other sites may frame or show."""

KEPT, SHORTLY, ANEW = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
"""Cache-Control: of files that carry a hash in their names, of pictures, and of everything else."""
FINGERPRINTED = r"/assets/.*\.[0-9a-f]{10}\.(css|js)$"
"""Paths of files that carry a hash of what they hold."""
PICTURES = ("assets/img", "assets/cards")
"""Folders of pictures."""

EMBED = "embed"
"""The parameter by which an address asks for a page without its menus, to be framed (``client/scheme.js``)."""
