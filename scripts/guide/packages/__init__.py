"""Course packages: each learning path for learning platforms, made from the built site.

What lives here: the path as a course (``course.py``), the two formats it is packed in
(``cartridge.py``, ``scorm.py``) and the list of files on the pages (``downloads.py``).
What does not: PDF (``guide.pdf``), and anything that MkDocs has to know.
"""

from __future__ import annotations

from guide.packages.article import ArticleError
from guide.packages.writing import write_packages

__all__ = ["ArticleError", "write_packages"]
