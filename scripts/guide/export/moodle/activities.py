"""The activities of a Moodle backup: what stands in the folder of each.

What lives here: pages, links, files and quizzes, each in its own form, and what Moodle keeps of every
activity. What does not: the questions of the quizzes (``questions.py``), and the course around them
(``backup.py``). Followed: the backup format of Moodle 4.1, as its own backup and restore read and write it
(``backup/moodle2`` and the folder of the same name in each module); later versions read it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any

from guide.export.moodle.plan import Activity, Link, Sheet, Test, TextPage
from guide.tools.xmltext import file_text, tree

NULL = "$@NULL@$"
"""How a backup writes that there is no value."""
VERSION = "2022112800"
"""Moodle 4.1: the oldest that reads it."""
_NEW_WINDOW, _OPEN = "3", "5"
_ON_VIEW, _BY_HAND = "2", "1"
# When a learner may see something of a quiz (mod_quiz): while answering, at once, later, and after it has closed.
_ALWAYS = str(0x10000 | 0x01000 | 0x00100 | 0x00010)
_AFTERWARDS = str(0x01000 | 0x00100 | 0x00010)
_NAMES = {TextPage: "page", Link: "url", Sheet: "resource", Test: "quiz"}
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Placed:
    """An activity with its numbers in the backup."""

    number: int
    """Of the activity among all; its module, its own id and, of a quiz, its category are numbered alike."""
    section: int
    """Id of its section."""
    activity: Activity
    entries: Mapping[str, int] = field(default_factory=dict)
    """Of a quiz: question → the number of its entry in the question bank."""

    @property
    def module(self) -> str:
        """What Moodle calls the kind."""
        return _NAMES[type(self.activity)]

    @property
    def folder(self) -> str:
        """Where it stands in the backup."""
        return f"activities/{self.module}_{self.number}"

    @property
    def context(self) -> int:
        """Id of its context."""
        return 1000 + self.number

    @property
    def is_hidden(self) -> bool:
        """Only teachers see it."""
        return isinstance(self.activity, TextPage) and self.activity.is_hidden

    @property
    def is_required(self) -> bool:
        """Whoever completes the course has done it."""
        return isinstance(self.activity, TextPage | Test) and not self.is_hidden


def activity_files(placed: Placed, time: int) -> dict[str, str | bytes]:
    """Give the files of an activity by path in the backup; ``time`` is when its text was last changed."""
    own = placed.number
    whole = tree("activity", id=own, moduleid=own, modulename=placed.module, contextid=placed.context)
    whole.append(_own_form(placed, time))
    files = {
        f"{placed.module}.xml": whole,
        "module.xml": _module(placed, time),
        "inforef.xml": _references(placed),
        "grades.xml": _grades(placed, time),
        "roles.xml": tree("roles", {"role_overrides": "", "role_assignments": ""}),
        "filters.xml": tree("filters", {"filter_actives": "", "filter_configs": ""}),
        "comments.xml": tree("comments"),
        "calendar.xml": tree("events"),
        "completion.xml": tree("completions"),
    }
    return {f"{placed.folder}/{name}": file_text(element) for name, element in files.items()}


def file_id(placed: Placed) -> int:
    """Give the id of a sheet's file; the folder that it lies in comes next."""
    return 2 * placed.number


def file_entries(placed: Placed, sheet: Sheet, time: int) -> list[Any]:
    """Give the entries of a sheet in the list of files: the file, and the folder that Moodle wants with it."""
    common = {
        "contextid": placed.context,
        "component": "mod_resource",
        "filearea": "content",
        "itemid": 0,
        "filepath": "/",
    }
    times = {"timecreated": time, "timemodified": time}
    origin = {"source": NULL, "author": NULL, "license": NULL}
    rest = {"repositorytype": NULL, "repositoryid": NULL, "reference": NULL}
    nothing = sha1(b"", usedforsecurity=False).hexdigest()
    own = {"filename": sheet.file_name, "userid": NULL, "filesize": len(sheet.data), "mimetype": _DOCX, "status": 0}
    folder = {"filename": ".", "userid": NULL, "filesize": 0, "mimetype": NULL, "status": 0}
    return [
        tree(
            "file",
            {
                "contenthash": hash_of(sheet),
                **common,
                "filepath": "/",
                **own,
                **times,
                **origin,
                "sortorder": 1,
                **rest,
            },
            id=file_id(placed),
        ),
        tree(
            "file",
            {"contenthash": nothing, **common, **folder, **times, **origin, "sortorder": 0, **rest},
            id=file_id(placed) + 1,
        ),
    ]


def hash_of(sheet: Sheet) -> str:
    """Give what Moodle names a file by: the SHA-1 of what it holds."""
    return sha1(sheet.data, usedforsecurity=False).hexdigest()


def _module(placed: Placed, time: int) -> Any:
    """Give what Moodle keeps of every activity: its place, whether learners see it, and what completes it."""
    is_quiz, shown = isinstance(placed.activity, Test), "0" if placed.is_hidden else "1"
    completion = _BY_HAND if isinstance(placed.activity, Link | Sheet) else _ON_VIEW
    return tree(
        "module",
        {
            "modulename": placed.module,
            "sectionid": placed.section,
            "sectionnumber": placed.section - 1,
            "idnumber": "",
            "added": time,
            "score": 0,
            "indent": 0,
            "visible": shown,
            "visibleoncoursepage": 1,
            "visibleold": shown,
            "groupmode": 0,
            "groupingid": 0,
            "completion": "0" if placed.is_hidden else completion,
            "completiongradeitemnumber": 0 if is_quiz else NULL,
            "completionpassgrade": 0,
            "completionview": 1 if placed.is_required and not is_quiz else 0,
            "completionexpected": 0,
            "availability": NULL,
            "showdescription": 0,
            "downloadcontent": 1,
            "lang": "",
            "tags": "",
        },
        id=placed.number,
        version=VERSION,
    )


def _references(placed: Placed) -> Any:
    """Give what of the rest of the backup the activity needs."""
    found = tree("inforef")
    if isinstance(placed.activity, Test):
        found.append(tree("grade_itemref", {"grade_item": [tree("id")]}))
        found[-1][0][0].text = str(placed.number)
        found.append(tree("question_categoryref"))
        for category in categories_of(placed):
            found[-1].append(tree("question_category", {"id": category}))
    if isinstance(placed.activity, Sheet):
        numbers = (file_id(placed), file_id(placed) + 1)
        found.append(tree("fileref"))
        found[-1].extend(tree("file", {"id": number}) for number in numbers)
    return found


def categories_of(placed: Placed) -> tuple[int, int]:
    """Give the ids of the two categories that hold a quiz's questions: the one at the top, and its own below."""
    return 2 * placed.number, 2 * placed.number + 1


def _grades(placed: Placed, time: int) -> Any:
    items = [_grade_item(placed, time)] if isinstance(placed.activity, Test) else []
    return tree("activity_gradebook", {"grade_items": items, "grade_letters": ""})


def _grade_item(placed: Placed, time: int) -> Any:
    return tree(
        "grade_item",
        {
            "categoryid": 1,
            "itemname": placed.activity.title,
            "itemtype": "mod",
            "itemmodule": placed.module,
            "iteminstance": placed.number,
            "itemnumber": 0,
            "iteminfo": NULL,
            "idnumber": "",
            "calculation": NULL,
            "gradetype": 1,
            "grademax": "100.00000",
            "grademin": "0.00000",
            "scaleid": NULL,
            "outcomeid": NULL,
            "gradepass": "0.00000",
            "multfactor": "1.00000",
            "plusfactor": "0.00000",
            "aggregationcoef": "0.00000",
            "aggregationcoef2": "0.00000",
            "weightoverride": 0,
            "sortorder": placed.number + 1,
            "display": 0,
            "decimals": NULL,
            "hidden": 0,
            "locked": 0,
            "locktime": 0,
            "needsupdate": 0,
            "timecreated": time,
            "timemodified": time,
            "grade_grades": "",
        },
        id=placed.number,
    )


def _own_form(placed: Placed, time: int) -> Any:
    match placed.activity:
        case TextPage() as page:
            return _page(page, placed.number, time)
        case Link() as link:
            return _url(link, placed.number, time)
        case Sheet() as sheet:
            return _resource(sheet, placed.number, time)
        case Test():
            return _quiz(placed, time)


def _page(page: TextPage, number: int, time: int) -> Any:
    return tree(
        "page",
        {
            "name": page.title,
            "intro": "",
            "introformat": 1,
            "content": page.html,
            "contentformat": 1,
            "legacyfiles": 0,
            "legacyfileslast": NULL,
            "display": _OPEN,
            "displayoptions": 'a:2:{s:10:"printintro";s:1:"0";s:17:"printlastmodified";s:1:"0";}',
            "revision": 1,
            "timemodified": time,
        },
        id=number,
    )


def _url(link: Link, number: int, time: int) -> Any:
    return tree(
        "url",
        {
            "name": link.title,
            "intro": "",
            "introformat": 1,
            "externalurl": link.url,
            "display": _NEW_WINDOW,
            "displayoptions": "a:0:{}",
            "parameters": "a:0:{}",
            "timemodified": time,
        },
        id=number,
    )


def _resource(sheet: Sheet, number: int, time: int) -> Any:
    return tree(
        "resource",
        {
            "name": sheet.title,
            "intro": "",
            "introformat": 1,
            "tobemigrated": 0,
            "legacyfiles": 0,
            "legacyfileslast": NULL,
            "display": 4,
            "displayoptions": "a:0:{}",
            "filterfiles": 0,
            "revision": 1,
            "timemodified": time,
        },
        id=number,
    )


def _quiz(placed: Placed, time: int) -> Any:
    """Give a quiz that tells at once what is right, and why, and may be taken as often as one likes."""
    slots = [_slot(placed, slot, entry) for slot, entry in enumerate(placed.entries.values(), start=1)]
    whole = tree("section", {"firstslot": 1, "heading": "", "shufflequestions": 0}, id=placed.number)
    nothing = {"feedbacktext": "", "feedbacktextformat": 1, "mingrade": "0.00000", "maxgrade": "101.00000"}
    return tree(
        "quiz",
        {
            "name": placed.activity.title,
            "intro": "",
            "introformat": 1,
            "timeopen": 0,
            "timeclose": 0,
            "timelimit": 0,
            "overduehandling": "autosubmit",
            "graceperiod": 0,
            "preferredbehaviour": "immediatefeedback",
            "canredoquestions": 0,
            "attempts_number": 0,
            "attemptonlast": 0,
            "grademethod": 1,
            "decimalpoints": 0,
            "questiondecimalpoints": -1,
            "reviewattempt": _ALWAYS,
            "reviewcorrectness": _ALWAYS,
            "reviewmaxmarks": _ALWAYS,
            "reviewmarks": _ALWAYS,
            "reviewspecificfeedback": _ALWAYS,
            "reviewgeneralfeedback": _ALWAYS,
            "reviewrightanswer": _ALWAYS,
            "reviewoverallfeedback": _AFTERWARDS,
            "questionsperpage": 0,
            "navmethod": "free",
            "shuffleanswers": 1,
            "sumgrades": f"{len(slots)}.00000",
            "grade": "100.00000",
            "timecreated": time,
            "timemodified": time,
            "password": "",
            "subnet": "",
            "browsersecurity": "-",
            "delay1": 0,
            "delay2": 0,
            "showuserpicture": 0,
            "showblocks": 0,
            "completionattemptsexhausted": 0,
            "completionminattempts": 0,
            "allowofflineattempts": 0,
            "question_instances": slots,
            "sections": [whole],
            "feedbacks": [tree("feedback", nothing, id=placed.number)],
            "overrides": "",
            "grades": "",
            "attempts": "",
        },
        id=placed.number,
    )


def _slot(placed: Placed, slot: int, entry: int) -> Any:
    reference = tree(
        "question_reference",
        {
            "usingcontextid": placed.context,
            "component": "mod_quiz",
            "questionarea": "slot",
            "questionbankentryid": entry,
            "version": NULL,
        },
        id=entry,
    )
    made = tree(
        "question_instance",
        {
            "quizid": placed.number,
            "slot": slot,
            "page": 1,
            "displaynumber": NULL,
            "requireprevious": 0,
            "maxmark": "1.0000000",
        },
        id=entry,
    )
    made.append(reference)
    return made
