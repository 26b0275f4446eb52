"""PDF: each learning path, and the whole guide in each language, printed from the built site.

What lives here: one printable document from many pages (``book.py``), and printing it
with a browser (``printing.py``). What does not: how a single page prints, which is
``docs/assets/css/guide.css``.
"""
