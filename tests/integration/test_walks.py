"""The ways of readers who come to the start page with an errand: what they came for is a tap or two away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from visits import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser

ERRANDS = {
    "elected politician": [("Räkna nämndens mål", "Count your board’s goals", "#first-steps")],
    "chief executive": [("Lämna över tre beslut", "Hand over three decisions", "#first-steps")],
    "middle manager": [("Sortera en veckas krav", "Sort a week’s demands", "#first-steps")],
    "first-line manager": [("Säg vad du aldrig lämnar över", "Say what you never hand over", "#first-steps")],
    "member of staff": [("Be om en ram för ett beslut", "Ask for limits for one decision", "#first-steps")],
    "HR": [("Lista allt ni ber en chef om", "List all you ask of a manager", "#first-steps")],
    "controller": [("Stäng en rapport på prov", "Close one report on trial", "#first-steps")],
    "union": [("Be om planerna nu", "Ask for the plans now", "#first-steps")],
    "what it is": [("vad tillitsbaserad styrning är", "what trust-based steering is", "h1")],
    "is this no control": [
        ("om tillit betyder att ingen kontrollerar", "whether trust means that no one is in control", "#four-positions")
    ],
    "the first week": [("vad vi kan göra den första veckan", "what we can do in a first week", "h1")],
    "a sheet for the board": [
        ("Räkna nämndens mål", "Count your board’s goals", "#first-steps"),
        ("ett papper att dela ut", "one sheet to hand out", "h1"),
    ],
    "a half-day that runs": [
        ("vilka lärvägar som finns när jag utbildar", "how I train others", "h1"),
        ("Halvdag för ledningsgruppen", "Half-day for management", "h1"),
    ],
}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_a_reader_came_for_is_at_most_two_taps_away(visit: Open, language: str, viewport: dict[str, int]) -> None:
    made = visit(viewport)
    for errand, taps in ERRANDS.items():
        page = made.go("/" if language == "sv" else "/en/")
        for swedish, english, target in taps:
            name = swedish if language == "sv" else english
            page.get_by_role("main").get_by_role("link", name=name).first.click()
            page.wait_for_load_state()
            expect(page.locator(target).first, errand).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "name", "to"),
    [
        ("/", "Förtroendevald", "/roller/fortroendevald/"),
        ("/en/", "A first-line manager", "/en/roles/first-line-manager/"),
    ],
)
def test_who_a_card_is_for_leads_to_the_role_and_not_to_a_definition(
    visit: Open, path: str, name: str, to: str
) -> None:
    page = visit({"width": 390, "height": 844}).go(path)
    page.locator("#ways-in ~ ul li strong").filter(has_text=name).first.click(force=True)
    expect(page).to_have_url(re.compile(re.escape(to) + "#first-steps$"))


@pytest.mark.parametrize(("path", "first"), [("/", "Förtroendevald"), ("/en/", "An elected politician")])
def test_the_first_screen_of_a_phone_says_what_this_is_and_asks_who_you_are(visit: Open, path: str, first: str) -> None:
    page = visit({"width": 390, "height": 844}).go(path)
    seen = [
        page.get_by_role("heading", level=1),
        page.locator("#guide-hero-query"),
        page.locator("#ways-in"),
        page.get_by_text(re.compile(f"^{first}")),
    ]
    for part in seen:
        expect(part.first).to_be_in_viewport()
