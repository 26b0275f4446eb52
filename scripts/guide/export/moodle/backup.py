"""A course as a Moodle backup (``.mbz``): restored, it has named sections, quizzes that explain, and completion.

What lives here: the course around the activities. What does not: which activities there are (``plan.py``),
their own form (``activities.py``) and the questions (``questions.py``). Followed: the backup format of Moodle 4.1
(``backup/moodle2``). Moodle unpacks zip as well as tar, so the file is a zip like the other packages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import md5
from typing import Any

from guide.export.course import Course
from guide.export.moodle.activities import (
    NULL,
    VERSION,
    Placed,
    activity_files,
    file_entries,
    hash_of,
)
from guide.export.moodle.plan import Part, Sheet, Test, parts_of
from guide.export.moodle.questions import question_categories
from guide.export.sayings import asked
from guide.tools.xmltext import file_text, tree

SUFFIX = ".mbz"
"""What its files are called after the course's name and language."""
_RELEASE = "4.1"
_COURSE, _COURSE_CONTEXT, _SYSTEM_CONTEXT = 2, 20, 1
_BY_ACTIVITY, _ALL = 4, 1
# What a backup may hold. Only the course itself is here: no people, and nothing of what people have done.
_HELD = ("activities", "questionbank", "files")
_NOT_HELD = (
    "users",
    "anonymize",
    "role_assignments",
    "blocks",
    "filters",
    "comments",
    "badges",
    "calendarevents",
    "userscompletion",
    "logs",
    "grade_histories",
    "groups",
    "competencies",
    "customfield",
    "contentbankcontent",
    "legacyfiles",
)


def backup(course: Course, sheets: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Give the files of the backup; ``sheets`` are the Word documents, by name."""
    return _Backup(course, sheets).files()


class _Backup:
    """Numbers the activities, and writes what Moodle wants around them."""

    def __init__(self, course: Course, sheets: Mapping[str, bytes]) -> None:
        self.course = course
        self.parts = parts_of(course, sheets)
        self.placed = list(_placed(self.parts, course.language))
        self.quizzes = [(each, each.activity.check) for each in self.placed if isinstance(each.activity, Test)]
        self.time = int(datetime.fromisoformat(f"{course.version}T00:00+00:00").timestamp()) if course.version else 0
        self.name = f"{course.identifier}{SUFFIX}"

    def files(self) -> dict[str, str | bytes]:
        files: dict[str, str | bytes] = {
            "moodle_backup.xml": file_text(self.about()),
            "files.xml": file_text(self.file_list()),
            "questions.xml": file_text(
                question_categories(self.quizzes, self.course.identifier, self.course.language, self.time)
            ),
            "completion.xml": file_text(self.completion()),
            "roles.xml": file_text(tree("roles_definition")),
            "scales.xml": file_text(tree("scales_definition")),
            "outcomes.xml": file_text(tree("outcomes_definition")),
            "groups.xml": file_text(tree("groups", {"groupings": ""})),
            "course/course.xml": file_text(self.course_settings()),
            "course/enrolments.xml": file_text(tree("enrolments", {"enrols": ""})),
            "course/roles.xml": file_text(tree("roles", {"role_overrides": "", "role_assignments": ""})),
            "course/filters.xml": file_text(tree("filters", {"filter_actives": "", "filter_configs": ""})),
            "course/comments.xml": file_text(tree("comments")),
            "course/calendar.xml": file_text(tree("events")),
            "course/completiondefaults.xml": file_text(tree("course_completion_defaults")),
            "course/inforef.xml": file_text(tree("inforef")),
        }
        for number, part in enumerate(self.parts, start=1):
            files[f"sections/section_{number}/section.xml"] = file_text(self.section(number, part))
            files[f"sections/section_{number}/inforef.xml"] = file_text(tree("inforef"))
        for placed in self.placed:
            files.update(activity_files(placed, self.time))
            if isinstance(placed.activity, Sheet):
                name = hash_of(placed.activity)
                files[f"files/{name[:2]}/{name}"] = placed.activity.data
        return files

    def section(self, number: int, part: Part) -> Any:
        own = ",".join(str(placed.number) for placed in self.placed if placed.section == number)
        return tree(
            "section",
            {
                "number": number - 1,
                "name": part.title,
                "summary": "",
                "summaryformat": 1,
                "sequence": own,
                "visible": 1,
                "availabilityjson": NULL,
                "timemodified": self.time,
            },
            id=number,
        )

    def course_settings(self) -> Any:
        course = self.course
        options = [
            tree(
                "courseformatoption",
                {"courseid": _COURSE, "format": "topics", "sectionid": 0, "name": name, "value": 0},
            )
            for name in ("hiddensections", "coursedisplay")
        ]
        version = f"<p>{course.version}</p>" if course.version else ""
        return tree(
            "course",
            {
                "shortname": course.short_title,
                "fullname": course.title,
                "idnumber": "",
                "summary": f"{course.lead}{version}",
                "summaryformat": 1,
                "format": "topics",
                "showgrades": 1,
                "newsitems": 0,
                "startdate": self.time,
                "enddate": 0,
                "marker": 0,
                "maxbytes": 0,
                "legacyfiles": 0,
                "showreports": 0,
                "visible": 1,
                "groupmode": 0,
                "groupmodeforce": 0,
                "defaultgroupingid": 0,
                "lang": "",
                "theme": "",
                "timecreated": self.time,
                "timemodified": self.time,
                "requested": 0,
                "showactivitydates": 0,
                "showcompletionconditions": 1,
                "pdfexportfont": NULL,
                "enablecompletion": 1,
                "completionnotify": 0,
                "category": "",
                "tags": "",
                "customfields": "",
                "courseformatoptions": options,
            },
            id=_COURSE,
            contextid=_COURSE_CONTEXT,
        )

    def completion(self) -> Any:
        """Give when the course is completed: all pages read and all quizzes answered."""
        found = tree("course_completion")
        for placed in self.placed:
            if placed.is_required:
                criterion = {
                    "course": _COURSE,
                    "criteriatype": _BY_ACTIVITY,
                    "module": placed.module,
                    "moduleinstance": placed.number,
                    "courseinstanceshortname": NULL,
                    "enrolperiod": NULL,
                    "timeend": NULL,
                    "gradepass": NULL,
                    "role": NULL,
                    "roleshortname": NULL,
                    "course_completion_crit_completions": "",
                }
                found.append(tree("course_completion_criteria", criterion, id=placed.number))
        for number, kind in enumerate((NULL, _BY_ACTIVITY), start=1):
            rule = {"course": _COURSE, "criteriatype": kind, "method": _ALL, "value": NULL}
            found.append(tree("course_completion_aggr_methd", rule, id=number))
        return found

    def file_list(self) -> Any:
        found = tree("files")
        for placed in self.placed:
            if isinstance(placed.activity, Sheet):
                found.extend(file_entries(placed, placed.activity, self.time))
        return found

    def about(self) -> Any:
        """Give ``moodle_backup.xml``: what it is, what it holds and what is to be restored."""
        course, identity = self.course, md5(self.course.url.encode(), usedforsecurity=False).hexdigest()
        kind = {"type": "course", "format": "moodle2", "interactive": 1, "mode": 10, "execution": 1, "executiontime": 0}
        information = {
            "name": self.name,
            "moodle_version": VERSION,
            "moodle_release": _RELEASE,
            "backup_version": VERSION,
            "backup_release": _RELEASE,
            "backup_date": self.time,
            "mnet_remoteusers": 0,
            "include_files": 1,
            "include_file_references_to_external_content": 0,
            "original_wwwroot": course.url,
            "original_site_identifier_hash": identity,
            "original_course_id": _COURSE,
            "original_course_format": "topics",
            "original_course_fullname": course.title,
            "original_course_shortname": course.short_title,
            "original_course_startdate": self.time,
            "original_course_enddate": 0,
            "original_course_contextid": _COURSE_CONTEXT,
            "original_system_contextid": _SYSTEM_CONTEXT,
            "details": [tree("detail", kind, backup_id=identity)],
            "contents": [
                tree("activities", {}),
                tree("sections", {}),
                tree("course", {"courseid": _COURSE, "title": course.title, "directory": "course"}),
            ],
            "settings": list(self.settings()),
        }
        made = tree("moodle_backup")
        made.append(tree("information", information))
        activities, sections, _ = made[0].find("contents")
        activities.extend(_listed_activity(placed) for placed in self.placed)
        sections.extend(_listed_section(number, part) for number, part in enumerate(self.parts, start=1))
        return made

    def settings(self) -> Iterator[Any]:
        root = {"filename": self.name, **dict.fromkeys(_HELD, 1), **dict.fromkeys(_NOT_HELD, 0)}
        for name, value in root.items():
            yield tree("setting", {"level": "root", "name": name, "value": value})
        for number, _ in enumerate(self.parts, start=1):
            yield from _include("section", f"section_{number}")
        for placed in self.placed:
            yield from _include("activity", f"{placed.module}_{placed.number}")


def _placed(parts: Sequence[Part], language: str) -> Iterator[Placed]:
    number = entry = 0
    for section, part in enumerate(parts, start=1):
        for activity in part.activities:
            number += 1
            entries = {}
            for question in asked(activity.check, language) if isinstance(activity, Test) else ():
                entry += 1
                entries[question.id] = entry
            yield Placed(number, section, activity, entries)


def _listed_activity(placed: Placed) -> Any:
    return tree(
        "activity",
        {
            "moduleid": placed.number,
            "sectionid": placed.section,
            "modulename": placed.module,
            "title": placed.activity.title,
            "directory": placed.folder,
        },
    )


def _listed_section(number: int, part: Part) -> Any:
    directory = f"sections/section_{number}"
    return tree("section", {"sectionid": number, "title": part.title, "directory": directory})


def _include(level: str, name: str) -> Iterator[Any]:
    for what, value in (("included", 1), ("userinfo", 0)):
        yield tree("setting", {"level": level, level: name, "name": f"{name}_{what}", "value": value})
