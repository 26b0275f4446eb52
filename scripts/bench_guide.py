"""Made-up guides of any size, for measuring: two languages, the project's own theme and settings.

What lives here: writing such a guide into a folder. A page is like an average page
of the real guide (about 800 words, 9 headings, 10 links, 14 citations, a table, three
lists). The same size gives the same guide every time. What does not: measuring
(``bench.py``).
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guide.tools.yaml import read_yaml

ROOT = Path(__file__).resolve().parent.parent
PER_SECTION = 25
BUILD_HOOK = f"""\
import sys
sys.path.insert(0, {str(ROOT / "scripts")!r})
import guide.guard
guide.guard.check_sources = lambda guide: []
guide.guard.check_site = lambda guide, site: []
guide.guard.read_site = lambda folder, name: None
from mkdocs_hook import *
"""
"""A hook for MkDocs that is the project's own, with nothing checked: the build alone."""
TIMED_HOOK = f"""\
import atexit, sys, time
sys.path.insert(0, {str(ROOT / "scripts")!r})
import guide.guard

spent = [0.0]

def timed(work):
    def run(*args):
        begun = time.perf_counter()
        try:
            return work(*args)
        finally:
            spent[0] += time.perf_counter() - begun
    return run

for name in ("check_sources", "check_site", "read_site"):
    setattr(guide.guard, name, timed(getattr(guide.guard, name)))
atexit.register(lambda: print("seconds of checks:", spent[0]))
from mkdocs_hook import *
"""
"""The project's own hook with its checks, which says at the end how long they took."""
TIMED_CONFIG = "mkdocs-timed.yml"

_SOURCES = 150
_TERMS = 60
_QUESTIONS = 40
_THINGS = {
    "sv": [
        *("ansvaret", "samtalet", "mötet", "uppdraget", "arbetet"),
        *("stödet", "målet", "beslutet", "schemat", "lärandet"),
    ],
    "en": [
        *("the task", "the talk", "the meeting", "the work", "the goal"),
        *("the plan", "the support", "the team", "the rule", "the role"),
    ],
}
_SENTENCES = {
    "sv": [
        "När {a} är tydligt blir det lättare för alla att se vad som behövs.",
        "Börja med {a} och fråga sedan dem som gör jobbet vad de skulle ändra på.",
        "Det är inte {a} som avgör, utan hur ni följer upp {b} efter en månad.",
        "En chef som lyssnar får veta mer om {a} än den som bara läser rapporter.",
        "Skriv ner vad ni har kommit överens om och läs det igen efter {a}.",
        "Många upplever att {a} tar tid från dem som de finns till för.",
        "Om ni är osäkra på {a} kan ni pröva i liten skala först.",
        "Den som möter invånarna varje dag vet ofta mest om {a} och {b}.",
    ],
    "en": [
        "When {a} is clear, it is easier for everyone to see what is needed.",
        "Start with {a} and then ask those who do the job what they would change.",
        "It is not {a} that decides, but how you follow up {b} after a month.",
        "A manager who listens learns more about {a} than one who only reads reports.",
        "Write down what you have agreed on and read it again after {a}.",
        "Many people find that {a} takes time from those they are there for.",
        "If you are not sure about {a}, you can try it on a small scale first.",
        "Those who meet the public every day often know most about {a} and {b}.",
    ],
}
_WORDS = {
    "sv": {
        "why": "Varför",
        "do": "Gör så här",
        "who": "Vem gör vad",
        "signs": "Tecken",
        "more": "Mer att läsa",
        "topic": "Ämne",
        "part": "Del",
        "start": "Startsida",
        "page": "Sida",
        "term": "ord",
        "question": "Hur gör vi med",
        "description": "Här står vad du behöver veta om ämne nummer {n}, med råd och källor.",
        "also": "hur är det med fråga {n} | vad gäller {n} | kan vi göra {n} | får man göra {n}",
        "read": "Läs mer:",
    },
    "en": {
        "why": "Why",
        "do": "What to do",
        "who": "Who does what",
        "signs": "Signs",
        "more": "More to read",
        "topic": "Topic",
        "part": "Part",
        "start": "Start page",
        "page": "Page",
        "term": "word",
        "question": "How do we handle",
        "description": "Here is what you need to know about topic number {n}, with advice and sources.",
        "also": "what about question {n} | what holds for {n} | can we do {n} | may one do {n}",
        "read": "Read more:",
    },
}
# Pages that the templates in overrides/ link to.
_ABOUT = ("index", "licence", "sources", "accessibility", "privacy", "report-an-error")
_FIXED = tuple(f"about/{name}" for name in _ABOUT)


@dataclass(frozen=True, slots=True)
class Outline:
    """Which pages a guide of some size has."""

    sections: tuple[tuple[str, ...], ...]
    """Paths of each section's pages; its index first."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Every page of every section."""
        return tuple(path for section in self.sections for path in section)


def outline(pages: int) -> Outline:
    """Plan ``pages`` pages for one language, among them the fixed ones."""
    left = pages - len(_FIXED) - 3
    sections: list[tuple[str, ...]] = []
    while left > 0:
        size = min(PER_SECTION, left)
        folder = f"part-{len(sections) + 1:03}"
        sections.append((f"{folder}/index.md", *(f"{folder}/topic-{number:02}.md" for number in range(1, size))))
        left -= size
    return Outline(tuple(sections))


def write_guide(folder: Path, pages: int) -> Path:
    """Write a guide of ``pages`` pages (both languages together) into ``folder``; give its mkdocs.yml."""
    plan = outline(pages // 2)
    for language in ("sv", "en"):
        for path, text in _pages(language, plan):
            file = folder / "docs" / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    _write_data(folder / "data")
    config = _config(plan)
    for name, hook in (("mkdocs.yml", BUILD_HOOK), (TIMED_CONFIG, TIMED_HOOK)):
        hook_file = f"{Path(name).stem.replace('-', '_')}_hook.py"
        text = yaml.safe_dump({**config, "hooks": [hook_file]}, allow_unicode=True, sort_keys=False)
        (folder / name).write_text(text, encoding="utf-8")
        (folder / hook_file).write_text(hook, encoding="utf-8")
    return folder / "mkdocs.yml"


def _config(plan: Outline) -> dict[str, Any]:
    config: dict[str, Any] = read_yaml((ROOT / "mkdocs.yml").read_text(encoding="utf-8")).value
    config.update({"site_url": "http://localhost:8000/", "site_dir": "site", "use_directory_urls": True})
    config.update({"strict": False, "watch": []})
    for plugin in config["plugins"]:
        if isinstance(plugin, dict) and "i18n" in plugin:
            for language in plugin["i18n"]["languages"]:
                language["nav"] = _nav(plan, _WORDS[language["locale"]])
    return config


def _nav(plan: Outline, words: dict[str, str]) -> list[Any]:
    parts = [{f"{words['part']} {index}": list(section)} for index, section in enumerate(plan.sections, 1)]
    # Ten to a tab, so that a page of a large guide shows about as many links as one of a small guide.
    tabs = [parts[start : start + 10] for start in range(0, len(parts), 10)]
    about = {words["page"]: [f"{path}.md" for path in _FIXED]}
    named = [{f"{words['part']} {chr(65 + index)}": tab} for index, tab in enumerate(tabs)]
    return ["index.md", *named, "faq.md", "glossary.md", about]


def _write_data(folder: Path) -> None:
    folder.mkdir()
    sources = [
        {
            "id": f"source-{number}", "type": "report", "title": f"Report number {number}", "language": "en",
            "author": [{"literal": f"Agency {number % 9}"}], "issued": {"date-parts": [[2000 + number % 25]]},
            "URL": f"https://example.org/reports/{number}",
        }
        for number in range(_SOURCES)
    ]  # fmt: skip
    terms = [
        {
            "id": f"term-{number}",
            **{
                language: {"term": f"{words['term']} {number}", "definition": _Prose(language, number).text(1)}
                for language, words in _WORDS.items()
            },
        }
        for number in range(_TERMS)
    ]
    (folder / "bibliography.json").write_text(json.dumps(sources, indent=1), encoding="utf-8")
    (folder / "glossary.yml").write_text(yaml.safe_dump(terms, allow_unicode=True), encoding="utf-8")


def _pages(language: str, plan: Outline) -> Iterator[tuple[str, str]]:
    words, prose = _WORDS[language], _Prose(language, 7)
    starts = "\n".join(f"- [{words['part']} {index}]({part[0]})" for index, part in enumerate(plan.sections, 1))
    yield "index.md", _front(words, 0, "start", words["start"], "") + f"## {words['more']} {{#more}}\n\n{starts}\n"
    for number, path in enumerate(plan.topics, 1):
        yield path, _topic(prose, plan, number, path)
    kinds = {"about/sources": "sources"}
    for number, path in enumerate(_FIXED, len(plan.topics) + 1):
        body = "<!-- guide:sources -->\n" if path == "about/sources" else prose.text(12) + "\n"
        yield f"{path}.md", _front(words, number, kinds.get(path, "about"), f"{words['page']} {number}", path) + body
    last = len(plan.topics) + len(_FIXED) + 1
    front = _front(words, last, "glossary", f"{words['page']} {last}", "glossary")
    yield "glossary.md", front + "<!-- guide:glossary -->\n"
    yield "faq.md", _front(words, last + 1, "faq", f"{words['page']} {last + 1}", "faq") + _questions(prose)


def _front(words: dict[str, str], number: int, kind: str, title: str, slug: str) -> str:
    slug_line = f"slug: {slug.removesuffix('/index')}\n" if slug else ""
    description = words["description"].format(n=number)
    return f"---\ntitle: {title}\ndescription: {description}\n{slug_line}type: {kind}\n---\n\n# {title}\n\n"


def _topic(prose: _Prose, plan: Outline, number: int, path: str) -> str:
    words = prose.words
    slug = path.removesuffix(".md").removesuffix("/index")
    title = f"{words['topic']} {number}"
    parts = [_front(words, number, "topic", title, slug), prose.text(3, cites=1), "\n\n"]
    for anchor in ("why", "do", "who", "signs"):
        parts.append(f"## {words[anchor]} {{#{anchor}}}\n\n{prose.text(6, cites=2)}\n\n")
        parts.append(f"### {words[anchor]} 2 {{#{anchor}-2}}\n\n{prose.text(4, cites=1)}\n\n")
        if anchor != "who":
            parts.append("".join(f"- {prose.text(1)}\n" for _ in range(5)) + "\n")
    parts.append("| A | B |\n| --- | --- |\n" + "".join(f"| {n} | {n * 2} |\n" for n in range(4)) + "\n")
    parts.append(f"## {words['more']} {{#more}}\n\n{_links(prose, plan, number, path)}\n")
    return "".join(parts)


def _links(prose: _Prose, plan: Outline, number: int, path: str) -> str:
    """Links to every page of the section from its index, and to some pages anywhere."""
    own = next(section for section in plan.sections if path in section)
    targets = list(own[1:]) if path == own[0] else []
    anywhere = prose.chance.sample(plan.topics, min(8, len(plan.topics)))
    targets += [each for each in anywhere if each not in {path, *targets}]
    if number == 1:
        targets += [f"{each}.md" for each in _FIXED] + ["glossary.md", "faq.md"]
    numbers = {each: index for index, each in enumerate(plan.topics, 1)}
    links = []
    for each in targets:
        anchor = "#why" if each in numbers else ""
        links.append(f"- [{prose.words['topic']} {numbers.get(each, each)}](../{each}{anchor})\n")
    return "".join(links)


def _questions(prose: _Prose) -> str:
    words = prose.words
    parts = [f"## {words['page']} {{#theme-one}}\n\n{prose.text(1)}\n\n"]
    for number in range(_QUESTIONS):
        parts.append(
            f"### {words['question']} {number}? {{#question-{number}}}\n"
            f"<!-- also: {words['also'].format(n=number)} -->\n<!-- roles: staff, hr -->\n\n"
            f"{prose.text(1)}\n\n{prose.text(4, cites=1)}\n\n"
            f"{words['read']} [{words['topic']} 1](part-001/index.md)\n\n"
        )
    return "".join(parts)


class _Prose:
    """Makes sentences in one language; the same ones, with the same citations, in each language."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self.words = _WORDS[language]
        self.chance = random.Random(seed)
        self._sources = itertools.cycle(range(_SOURCES))

    def text(self, sentences: int, cites: int = 0) -> str:
        """Give a paragraph; its first sentences cite a source each."""
        made = []
        for index in range(sentences):
            first, second = (self.chance.choice(_THINGS[self.language]) for _ in range(2))
            sentence = self.chance.choice(_SENTENCES[self.language]).format(a=first, b=second)
            made.append(sentence + (f"[^source-{next(self._sources)}]" if index < cites else ""))
        return " ".join(made)
