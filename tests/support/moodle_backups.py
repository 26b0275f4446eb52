"""A reader of Moodle backups that shares nothing with what writes them: it finds what is named but not there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from lxml import etree

# What Moodle's restore reads in each folder of an activity.
_EVERY_ACTIVITY = ("module.xml", "inforef.xml", "grades.xml", "roles.xml")
_WHOLE = ("files.xml", "questions.xml", "roles.xml", "scales.xml", "outcomes.xml", "groups.xml", "completion.xml")
_COURSE = ("course/course.xml", "course/enrolments.xml", "course/roles.xml", "course/inforef.xml")


def faults_of(files: Mapping[str, str | bytes]) -> list[str]:
    """Give all that is wrong with a backup, by its files; none where it can be restored as far as can be told."""
    return list(_Reader(files).faults())


class _Reader:
    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files
        self.trees = {
            name: etree.fromstring(held.encode() if isinstance(held, str) else held)
            for name, held in files.items()
            if name.endswith(".xml")
        }
        self.about = self.trees["moodle_backup.xml"].find("information")
        self.activities = {
            each.findtext("moduleid", ""): each for each in self.about.find("contents/activities").iter("activity")
        }

    def faults(self) -> Iterator[str]:
        yield from (f"{name} is missing" for name in (*_WHOLE, *_COURSE) if name not in self.files)
        yield from self.of_contents()
        yield from self.of_sections()
        for number, listed in self.activities.items():
            yield from self.of_activity(number, listed)
        yield from self.of_questions()
        yield from self.of_files()
        yield from self.of_completion()

    def of_contents(self) -> Iterator[str]:
        """Every folder that is listed is there, and the settings say of each that it is restored."""
        included = {
            each.findtext("name", "").removesuffix("_included")
            for each in self.about.iter("setting")
            if each.findtext("name", "").endswith("_included") and each.findtext("value") == "1"
        }
        folders = [each.text or "" for each in self.about.iter("directory")]
        for folder in folders:
            if not any(name.startswith(f"{folder}/") for name in self.files):
                yield f"moodle_backup.xml names {folder}, which is not there"
            if folder != "course" and folder.rpartition("/")[2] not in included:
                yield f"no setting restores {folder}"
        found = {name.rpartition("/")[0] for name in self.files if name.startswith(("activities/", "sections/"))}
        yield from (f"{folder} is not listed" for folder in found - set(folders))

    def of_sections(self) -> Iterator[str]:
        named = []
        for name, section in self.trees.items():
            if name.startswith("sections/") and name.endswith("section.xml"):
                if section.get("id") != name.split("/")[1].removeprefix("section_"):
                    yield f"{name} has another id"
                numbers = [each for each in section.findtext("sequence", "").split(",") if each]
                named += numbers
                for number in numbers:
                    listed = self.activities.get(number)
                    if listed is None or listed.findtext("sectionid") != section.get("id"):
                        yield f"{name} names {number}, which is no activity of it"
        if sorted(named) != sorted(self.activities):
            yield "an activity stands in no section, or in two"

    def of_activity(self, number: str, listed: etree._Element) -> Iterator[str]:
        kind, folder = listed.findtext("modulename", ""), listed.findtext("directory", "")
        for name in (f"{kind}.xml", *_EVERY_ACTIVITY):
            if f"{folder}/{name}" not in self.files:
                yield f"{folder}/{name} is missing"
                return
        own, module = self.trees[f"{folder}/{kind}.xml"], self.trees[f"{folder}/module.xml"]
        if (own.get("moduleid"), own.get("modulename"), module.get("id")) != (number, kind, number):
            yield f"{folder} is not the activity {number}"
        if module.findtext("sectionid") != listed.findtext("sectionid"):
            yield f"{folder}/module.xml names another section"
        references = self.trees[f"{folder}/inforef.xml"]
        categories = {each.get("id") for each in self.trees["questions.xml"].iter("question_category")}
        files = {each.get("id") for each in self.trees["files.xml"].iter("file")}
        grades = {each.get("id") for each in self.trees[f"{folder}/grades.xml"].iter("grade_item")}
        for tag, known in (("question_category", categories), ("file", files), ("grade_item", grades)):
            for each in references.iter(tag):
                if each.findtext("id") not in known:
                    yield f"{folder}/inforef.xml names the {tag} {each.findtext('id')}"

    def of_questions(self) -> Iterator[str]:
        contexts = {
            tree.get("contextid"): tree.get("moduleid") for tree in self.trees.values() if tree.tag == "activity"
        }
        bank, stamps = self.trees["questions.xml"], set()
        for category in bank.iter("question_category"):
            if contexts.get(category.findtext("contextid")) != category.findtext("contextinstanceid"):
                yield f"the category {category.get('id')} is of no activity"
            stamps.add(category.findtext("stamp"))
        for question in bank.iter("question"):
            stamps.add(question.findtext("stamp"))
            if [each.findtext("fraction") for each in question.iter("answer")].count("1.0000000") != 1:
                yield f"the question {question.findtext('name')} has not one right answer"
        if len(stamps) != len(list(bank.iter("stamp"))):
            yield "two of the questions and categories have the same stamp"
        entries = {each.get("id") for each in bank.iter("question_bank_entry")}
        asked = [
            each.findtext("questionbankentryid")
            for tree in self.trees.values()
            for each in tree.iter("question_reference")
        ]
        if sorted(asked) != sorted(entries):
            yield f"quizzes ask {sorted(asked)}, and the bank holds {sorted(entries)}"

    def of_files(self) -> Iterator[str]:
        for entry in self.trees["files.xml"].iter("file"):
            name, size = entry.findtext("contenthash", ""), int(entry.findtext("filesize", "0"))
            held = self.files.get(f"files/{name[:2]}/{name}", b"")
            data = held.encode() if isinstance(held, str) else held
            if hashlib.sha1(data, usedforsecurity=False).hexdigest() != name or len(data) != size:
                yield f"the file {name} is not there, or is another"

    def of_completion(self) -> Iterator[str]:
        for each in self.trees["completion.xml"].iter("course_completion_criteria"):
            number, kind = each.findtext("moduleinstance", ""), each.findtext("module")
            if number not in self.activities or self.activities[number].findtext("modulename") != kind:
                yield f"completion.xml names the {kind} {number}"
