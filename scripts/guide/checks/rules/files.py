"""Checks of files as files: encoding, characters, names."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator

from guide.checks.findings import Finding, Rewriting, Rule, Severity
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.place import Position
from guide.tools.slugs import as_slug, is_slug

NOT_UTF8 = Rule(
    "file-not-utf8",
    "File that is not UTF-8",
    "The file holds bytes that are not UTF-8.",
    "å, ä and ö turn into other characters.",
    "save the file as UTF-8",
)
BOM = Rule(
    "file-bom",
    "File with a byte order mark",
    "The file begins with the invisible bytes EF BB BF.",
    "The front matter is not seen as such by all tools.",
    "save the file as UTF-8 without BOM",
    fixable=True,
)
LINE_ENDS = Rule(
    "file-line-ends",
    "File with other line ends than line feeds",
    "The file has mixed line ends, or those of Windows or an old Mac.",
    "Every line seems changed when somebody else saves it.",
    "save the file with LF line ends",
    Severity.WARNING,
    fixable=True,
)
DECOMPOSED = Rule(
    "file-decomposed",
    "Letters in two parts",
    "å, ä, ö or another letter is written as a letter and a combining mark.",
    "The search does not find the word, and links with it break.",
    "write the letters as one character (NFC)",
    fixable=True,
)
INVISIBLE = Rule(
    "file-invisible",
    "Invisible character",
    "The file holds a control, zero-width or direction character.",
    "It came with pasted text, breaks search and is read out oddly.",
    "delete it",
)
COLLISION = Rule(
    "file-name-collision",
    "Names that collide",
    "Two files have names that differ only in case, or in how å, ä, ö are stored.",
    "On Windows and macOS one overwrites the other.",
    "rename one of them",
)
NAME = Rule(
    "file-name-form",
    "Badly formed file name",
    "The name of a page is not lower-case English words joined by hyphens.",
    "Links to it are easy to get wrong, and work on some computers only.",
    "rename the file and the links to it",
    Severity.WARNING,
)
COPY = Rule(
    "file-copy",
    "Copy of a file beside it",
    "The name of the file is that of another beside it, with something added: a file service kept two versions, or "
    "somebody put one aside. The copy is not read.",
    "It would be a page of its own, and nobody knows which of the two is right.",
    "bring what is right into the file itself and delete the copy; a page of its own needs a name of its own",
)
LINKED = Rule(
    "folder-linked",
    "Folder that is a link to another",
    "A folder in docs is a symbolic link.",
    "MkDocs follows it: pages are published twice, or the build goes round in circles; on Windows it is a file.",
    "take the link away, and put the files where they belong",
)
MERGE = Rule(
    "leftover-merge",
    "Unfinished merge",
    "The file holds a line of <<<<<<< or >>>>>>>.",
    "Both versions of the text are published, with the marks.",
    "keep one version and delete the marks",
)


@source_check(NOT_UTF8, BOM, LINE_ENDS, DECOMPOSED, INVISIBLE, MERGE)
def contents(guide: Guide) -> Iterator[Finding]:
    """Bytes and characters of every text file."""
    for file in guide.files:
        start, fix = Position(file.path), Rewriting(file.path)
        if file.not_utf8_at is not None:
            yield NOT_UTF8.at(file.not_utf8_at, "this byte is not UTF-8")
        if file.has_bom:
            yield BOM.at(start, "the file begins with a byte order mark", fix=fix)
        if file.line_ends - {"LF"}:
            kinds = " and ".join(sorted(file.line_ends))
            yield LINE_ENDS.at(start, f"the line ends are {kinds}", fix=fix)
        for position in file.decomposed:
            yield DECOMPOSED.at(position, "a letter and its mark are two characters", fix=fix)
        for position, name in file.invisible:
            yield INVISIBLE.at(position, f"invisible character: {name}")
        for position in file.merge_markers:
            yield MERGE.at(position, "a merge was not finished here")


@source_check(COLLISION)
def collisions(guide: Guide) -> Iterator[Finding]:
    """Names that fall together on some disks."""
    first: dict[str, str] = {}
    for path in sorted([*(page.source for page in guide.pages), *guide.assets]):
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            position = Position(f"{guide.settings.docs_path}/{path}")
            yield COLLISION.at(position, f'the name collides with "{guide.settings.docs_path}/{other}"')


@source_check(COPY)
def copies(guide: Guide) -> Iterator[Finding]:
    """Copies, one finding each."""
    for path, of in guide.copies.items():
        yield COPY.at(Position(path), f'it is a copy of "{of}"')


@source_check(LINKED)
def linked(guide: Guide) -> Iterator[Finding]:
    """Folders that are links."""
    for path in guide.linked_folders:
        yield LINKED.at(Position(path), "the folder is a link")


@source_check(NAME)
def names(guide: Guide) -> Iterator[Finding]:
    """Names of pages."""
    for page in guide.pages if guide.settings.schema.plain_names else ():
        stem = posixpath.splitext(page.path)[0]
        if not is_slug(stem) and posixpath.basename(stem).upper() not in {"README", "404"}:
            yield NAME.at(
                page.front.position, f'the name "{page.path}" is badly formed', suggestion=f"{as_slug(stem)}.md"
            )
