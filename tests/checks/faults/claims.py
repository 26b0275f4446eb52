"""Faults in the ledger of claims, each with a twin that is right."""

from __future__ import annotations

import json

from claims_guides import CLAIM, EN, LEDGER, SV, TODAY, TWO_YEARS_AGO, ledger
from guide.reading.data import read_claims
from guides import PITFALL_EN, PITFALL_SV, Edit, Edits, Fault

_LATER = """  later:
    says: {sv: "Slutrapporten säger mer om chefer.", en: "The final report says more about managers."}
    kind: description
    level: manager
    whose: inquiry
"""
_SUPERSEDED = ("    whose: inquiry\n", "    whose: inquiry\n    superseded-by: sou-2018-47#later\n")
_RULE = "    kind: rule\n    law: {{provision: 5 § lagen (2018:1), checked: {}{}}}\n"
_BOTH = {
    SV: "Tillit växer när chefer visar den först.[^sou-2018-47#later]",
    EN: "Trust grows when managers show it first.[^sou-2018-47#later]",
}


def _later(both: bool) -> Edits:
    edits: dict[str, Edit] = dict(ledger(_SUPERSEDED))
    edits[LEDGER] = f"{edits[LEDGER]}{_LATER}"
    for path, lead in _BOTH.items():
        # The later finding stands in every section that has the earlier one, or only at the end of the page.
        notes = "[^sou-2018-47#trust-first]"
        text = str(edits[path])
        edits[path] = text.replace(notes, f"{notes}[^sou-2018-47#later]") if both else text + f"\n{lead}\n"
    return edits


def _read_with_later(edits: Edits) -> Edits:
    prints = {claim.reference: claim.digest for claim in read_claims(str(edits[LEDGER]), LEDGER).claims}
    return {**edits, "data/readings.json": json.dumps({"steps/culture.md": prints})}


def _judged(claim: str) -> Edits:
    """Give a ledger and a page that is judged by a claim, and cites the one that there is."""
    named, note = f"evidence:\n  supports: [{claim}]\n", "[^sou-2018-47#trust-first]"
    lines = (("sv", PITFALL_SV, "Frihet utan ramar gör chefer osäkra."), ("en", PITFALL_EN, "Managers become unsure."))
    pages: Edits = {
        f"docs/{code}/pitfalls/vague.md": text.replace("evidence:\n  # No claim is named.\n", named).replace(
            "## ", f"{line}{note}\n\n## ", 1
        )
        for code, text, line in lines
    }
    edits = {**ledger(), **pages}
    records = json.loads(str(edits["data/readings.json"]))
    return {**edits, "data/readings.json": json.dumps({**records, "pitfalls/vague.md": records["steps/culture.md"]})}


FAULTS = [
    Fault(
        "claim-form",
        ledger(("kind: description", "kind: hearsay")),
        ledger(("kind: description", "kind: opinion")),
        f"{LEDGER}:9",
        '"hearsay"',
    ),
    Fault(
        "claim-form",
        ledger(("seen: summary", "seen: a bit")),
        ledger(("seen: summary", "seen: full-text")),
        f"{LEDGER}:1",
    ),
    Fault(
        "claim-form",
        ledger(("      en: In the trials trust grew when managers showed it first.\n", "")),
        ledger(("In the trials", "In its trials")),
        f"{LEDGER}:5",
        '"trust-first" has no says in en',
    ),
    Fault(
        "claim-form",
        ledger(("    whose: inquiry\n", "    whose: inquiry\n    limits: [{sv: [delvis], en: [partly]}]\n")),
        ledger(
            ("    whose: inquiry\n", "    whose: inquiry\n    limits: [{sv: [först], en: [first], within: page}]\n")
        ),
        f"{LEDGER}:5",
        'leaves out its own limit "delvis" in sv',
    ),
    *(
        Fault(
            "claim-form",
            ledger(("kind: description", f"kind: {kind}")),
            ledger(("kind: description", f"kind: {kind}\n    {needed}")),
            f"{LEDGER}:5",
            f"is of kind {kind} and has no {needed.partition(':')[0]}",
        )
        for kind, needed in (
            ("rule", f"law: {{provision: 5 §, checked: {TODAY}}}"),
            ("quotation", "words: {sv: först, en: first}"),
            ("absence", "sought: {sv: i rapporten, en: in the report}"),
        )
    ),
    Fault("claim-form", {**ledger(), LEDGER: "- a list\n"}, ledger(), f"{LEDGER}:1", "must hold"),
    Fault(
        "claim-form", ledger(("claims:\n", "seen: excerpt\nclaims:\n")), ledger(), f"{LEDGER}:4", "stands here again"
    ),
    Fault(
        "claim-unknown",
        {**ledger(), SV: ledger(cited="#trust-fist")[SV], EN: ledger(cited="#trust-fist")[EN]},
        ledger(),
        f"{SV}:10",
        'did you mean "trust-first"',
    ),
    Fault(
        "claim-missing",
        {**ledger(), SV: ledger(cited="")[SV], EN: ledger(cited="")[EN]},
        ledger(),
        f"{SV}:10",
        "sou-2018-47#trust-first",
    ),
    Fault(
        "claim-unused",
        {**ledger(), LEDGER: f"{CLAIM}{_LATER}"},
        ledger(),
        f"{LEDGER}:12",
        'nothing cites "sou-2018-47#later"',
    ),
    Fault(
        "claim-of-no-source",
        {**ledger(), "data/claims/sou-2018-48.yml": CLAIM},
        {**ledger(), "data/claims/notes.txt": "Not a file of claims."},
        "data/claims/sou-2018-48.yml:1",
        'did you mean "sou-2018-47"',
    ),
    Fault(
        "evidence-claim",
        _judged("sou-2018-47#trust-fist"),
        _judged("sou-2018-47#trust-first"),
        "docs/en/pitfalls/vague.md:7",
        'did you mean "sou-2018-47#trust-first"',
    ),
    Fault(
        "claim-superseded",
        _read_with_later(_later(both=False)),
        _read_with_later(_later(both=True)),
        f"{SV}:10",
        'superseded by "sou-2018-47#later"',
    ),
    Fault(
        "law-past",
        ledger(("    kind: description\n", _RULE.format(TODAY, ", to: 2020-01-01"))),
        ledger(("    kind: description\n", _RULE.format(TODAY, ", to: 2999-01-01"))),
        f"{LEDGER}:5",
        "until 2020-01-01",
    ),
    Fault(
        "law-unchecked",
        ledger(("    kind: description\n", _RULE.format(TWO_YEARS_AGO, ""))),
        ledger(("    kind: description\n", _RULE.format(TODAY, ""))),
        f"{LEDGER}:5",
        str(TWO_YEARS_AGO),
    ),
    Fault(
        "claim-changed",
        ledger(("In the trials", "In one of the trials"), read=CLAIM),
        # That somebody has looked at the source again changes nothing for those who lean on it.
        ledger(("checked: 2026-11-28", "checked: 2026-11-27"), read=CLAIM),
        f"{EN}:10",
        f"{LEDGER}:5",
    ),
    Fault(
        "claim-unrecorded",
        {**ledger(), "data/readings.json": "{}"},
        ledger(),
        f"{EN}:10",
        "mark-read",
    ),
    Fault(
        "claim-record-forgotten",
        {**ledger(), "data/readings.json": str(ledger()["data/readings.json"]).replace("\n }", ',\n  "a#b": "0"\n }')},
        ledger(),
        "data/readings.json:2",
        '"a#b"',
    ),
]
