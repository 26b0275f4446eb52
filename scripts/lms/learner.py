"""A learner in a browser: signs in, goes through a course, leaves in the middle and comes back.

What lives here: what a person does and sees, at a desk and with a phone. What does not:
what the platform then remembers (``php/result.php`` reads it from the database).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FrameLocator, Locator, Page

from lms.moodle import LEARNERS, PASSWORD, TRAINER, Moodle

_DESK, _PHONE = LEARNERS
SCREENS = {_DESK: (1280, 900), _PHONE: (360, 740), TRAINER: (1280, 900)}
_PATIENT = 120_000
"""Milliseconds: the first page after an installation makes the style sheets, which takes its time."""
_START = ".quizstartbuttondiv [type=submit]"
_EXPLAINED = ".generalfeedback, .specificfeedback, .feedback"


_TRIES = 5
_IS_SETTLED = "document.readyState === 'complete' && Boolean(window.M?.util) && M.util.pending_js.length === 0"


class LearnerError(RuntimeError):
    """A page is not as a learner needs it; the message says which."""


@dataclass
class Seen:
    """What one learner saw in one course."""

    done: int = 0
    """Steps marked or activities gone through."""
    resumed: bool | None = None
    """Whether what was done before the break stood there after it; None where nothing is kept in the middle."""
    explained: int = 0
    """Answers with an explanation beside them."""
    answered: int = 0
    """Questions answered."""
    wide: int = 0
    """The pixels by which the widest page was wider than the screen."""
    trouble: list[str] = field(default_factory=list)
    """What could not be done, and errors in the browser's console."""


class Camera:
    """Takes pictures of what is seen, where somebody asked for them."""

    def __init__(self, folder: Path | None, prefix: str) -> None:
        """Begin each picture's name with ``prefix``; without a folder none is taken."""
        self._folder, self._prefix = folder, prefix

    def take(self, page: Page, name: str) -> None:
        """Take a picture of the part of the page that is on the screen."""
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=self._folder / f"{self._prefix}-{name}.png")


@contextmanager
def signed_in(browser: Browser, moodle: Moodle, who: str) -> Iterator[Page]:
    """Give a page of the browser in which ``who`` is signed in, on a screen of theirs."""
    width, height = SCREENS[who]
    handheld = who == _PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="sv-SE", is_mobile=handheld, has_touch=handheld
    )
    context.set_default_timeout(_PATIENT)
    page = context.new_page()
    try:
        _sign_in(page, moodle, who)
        yield page
    finally:
        context.close()


def _sign_in(page: Page, moodle: Moodle, who: str) -> None:
    """Sign in. A form sent while the page's last request still writes the session is refused, and is sent again."""
    for _ in range(_TRIES):
        page.goto(f"{moodle.address}/login/index.php", wait_until="networkidle")
        page.fill("#username", who)
        page.fill("#password", PASSWORD)
        page.click("#loginbtn")
        page.wait_for_url(re.compile(r"/my/|loginredirect"))
        if "/my/" in page.url:
            return
    raise LearnerError(f"{who} could not sign in: {page.url}")


def show(page: Page, moodle: Moodle, course: int, camera: Camera) -> None:
    """Look at a course and its grades as a trainer does."""
    for name, address in (("course", "course/view.php"), ("grades", "grade/report/grader/index.php")):
        page.goto(f"{moodle.address}/{address}?id={course}")
        _settle(page)
        camera.take(page, name)


def learn(page: Page, moodle: Moodle, course: int, plan: Mapping[str, Any], camera: Camera, seen: Seen) -> None:
    """Go through every activity of a course; fill in what was ``seen``, which also holds it when a page stops it.

    ``plan`` is what the database has of the course (``php/course.php``). At a desk the
    right answers are given, with a phone the first ones: so both kinds of feedback are met.
    """
    page.on("pageerror", lambda error: seen.trouble.append(f"script: {str(error)[:120]}"))
    _open(page, f"{moodle.address}/course/view.php?id={course}", seen)
    camera.take(page, "course")
    for activity in plan["activities"]:
        address = f"{moodle.address}/mod/{activity['kind']}/view.php?id={activity['id']}"
        if activity["kind"] == "scorm":
            _learn_package(page, address, camera, seen)
        elif activity["kind"] == "quiz":
            _take_quiz(page, address, activity["answers"], camera, seen)
        elif activity["kind"] not in {"label", "qbank", "subsection"}:
            _look_at(page, address, activity["kind"], seen)
            _mark_as_done(page)
            seen.done += 1


def _open(page: Page, address: str, seen: Seen) -> None:
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    seen.wide = max(seen.wide, int(wide))


def _look_at(page: Page, address: str, kind: str, seen: Seen) -> None:
    """Look at an activity; a file is taken down, and then its page is looked at."""
    if kind == "resource":
        with page.expect_download():
            page.evaluate("address => { location.href = address; }", address)
    _open(page, f"{address}&forceview=1", seen)


def _mark_as_done(page: Page) -> None:
    """Press "Mark as done" where the activity has such a button."""
    button = page.locator("[data-action='toggle-manual-completion'][data-toggletype='manual:mark-done']")
    if button.count():
        _settle(page)
        button.first.click()
        page.locator("[data-toggletype='manual:undo']").first.wait_for()


def _settle(page: Page) -> None:
    """Wait until Moodle's scripts have said that they are done: a button pressed before does nothing."""
    end = time.monotonic() + _PATIENT / 1000
    while not page.evaluate(_IS_SETTLED):
        if time.monotonic() > end:
            raise LearnerError(f"the scripts never end: {page.url}")
        page.wait_for_timeout(50)


# A package in a frame


def _learn_package(page: Page, address: str, camera: Camera, seen: Seen) -> None:
    """Do half of a package, leave it, come back, and do the rest."""
    sco = _enter(page, address, seen)
    camera.take(page, "package")
    boxes, forms = sco.locator(".mark input"), sco.locator("form.question")
    half, asked = (boxes.count() + 1) // 2, (forms.count() + 1) // 2
    _do(sco, range(half), range(asked))
    _leave(page, address)
    sco = _enter(page, address, seen)
    before = sco.locator(".mark input:checked").count(), sco.locator("form.question input:checked").count()
    seen.resumed = before == (half, asked)
    if not seen.resumed:
        seen.trouble.append(f"came back to {before}, had done {(half, asked)}")
    boxes, forms = sco.locator(".mark input"), sco.locator("form.question")
    _do(sco, range(half, boxes.count()), range(asked, forms.count()))
    camera.take(page, "package-done")
    seen.done = sco.locator(".mark input:checked").count()
    seen.answered = forms.count()
    seen.explained = sco.locator("form.question [data-verdict]:visible").count()
    _leave(page, address)


def _enter(page: Page, address: str, seen: Seen) -> FrameLocator:
    """Enter a package and give its frame, when its script has run."""
    _open(page, address, seen)
    # The form has two buttons, a preview and this one; without the form one is in already.
    enter = page.locator("#scormviewform button[value=normal]")
    if enter.count():
        enter.click()
    sco = page.frame_locator("#scorm_object")
    sco.locator("main").wait_for()
    # The script says how far one has come when it has asked the platform.
    sco.locator("#status:not(:empty)").wait_for()
    return sco


def _do(sco: FrameLocator, boxes: Sequence[int], forms: Sequence[int]) -> None:
    for number in forms:
        form = sco.locator("form.question").nth(number)
        right = form.get_attribute("data-correct") or "0"
        form.locator(f"input[value='{right}']").check()
        form.locator("button[type=submit]").click()
    for number in boxes:
        sco.locator(".mark input").nth(number).check()


def _leave(page: Page, address: str) -> None:
    """Leave the package by going to another page, as learners do."""
    page.goto(address)


# A quiz


def _take_quiz(page: Page, address: str, answers: Sequence[Sequence[str]], camera: Camera, seen: Seen) -> None:
    """Take a quiz, leave it after the first page and come back, and look at what is said of the answers."""
    _open(page, address, seen)
    if not page.locator(_START).count():
        seen.trouble.append(f"quiz without a button to start: {_said(page)}")
        return
    _start(page)
    camera.take(page, "quiz")
    # The questions may come in any order, so each is looked up among the answers of all.
    right = [text for each in answers for text in each] if _is_desk(page) else []
    seen.answered += _answer_all(page, address, right, seen)
    page.locator("#frm-finishattempt [type=submit]").click()
    page.locator(".modal.show [data-action=save]").click()
    page.wait_for_url(re.compile(r"/mod/quiz/(review|view)\.php"))
    explained = [each.locator(_EXPLAINED).filter(has_text=re.compile(r"\w{3}")) for each in page.locator(".que").all()]
    seen.explained += sum(1 for each in explained if each.count())
    seen.done += 1
    if explained:
        page.locator(".que").first.scroll_into_view_if_needed()
    camera.take(page, "quiz-review" if explained else "quiz-after")


def _start(page: Page) -> None:
    """Start the quiz or go on with it."""
    page.locator(_START).first.click()
    page.locator("#id_submitbutton, .que").first.wait_for()
    # Moodle asks once more where a quiz has a time limit.
    if page.locator("#id_submitbutton").count():
        page.locator("#id_submitbutton").click()
        page.locator(".que").first.wait_for()


def _answer_all(page: Page, address: str, right: Sequence[str], seen: Seen) -> int:
    """Answer page after page until the summary, with one break; give how many questions were answered."""
    given, rested = 0, False
    while page.locator("#responseform").count():
        for question in page.locator(".que:not(.description)").all():
            _answer(question, right)
            given += 1
        page.locator("#responseform [name=next]").first.click()
        page.locator("#responseform, #frm-finishattempt").first.wait_for()
        if not rested:
            rested = True
            _rest(page, address, seen)
    return given


def _rest(page: Page, address: str, seen: Seen) -> None:
    """Leave a quiz and come back to where one was; see whether the first answer is still there."""
    here = page.url
    _open(page, address, seen)
    _start(page)
    page.goto(re.sub(r"&page=\d+", "", page.url))
    kept = page.locator(".que").first.locator("input:checked").count() > 0
    seen.resumed = kept if seen.resumed is None else seen.resumed and kept
    page.goto(here)


def _answer(question: Locator, right: Sequence[str]) -> None:
    """Choose the options that are among the ``right`` ones, or the first where none is."""
    options = question.locator(".answer input[type=radio], .answer input[type=checkbox]")
    labels = [_plain(each.inner_text()) for each in question.locator(".answer > div").all()]
    # A label begins with its letter, and the text comes after it.
    picked = [number for number, label in enumerate(labels) if any(label.endswith(_plain(each)) for each in right)]
    for number in picked or [0]:
        options.nth(number).check()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _is_desk(page: Page) -> bool:
    size = page.viewport_size
    return size is not None and size["width"] == SCREENS[_DESK][0]


def _said(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator("[role=main]").first.inner_text())[:200]
