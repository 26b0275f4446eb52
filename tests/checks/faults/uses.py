"""Sentences that say another thing than the claim they lean on, each with a twin that is right."""

from __future__ import annotations

from claims_guides import EN, SV, ledger
from guides import Edit, Edits, Fault

_IN_CARE = (
    "    says:\n      sv: I försöken växte tilliten när chefer visade den först.\n"
    "      en: In the trials trust grew when managers showed it first.\n",
    "    says:\n      sv: I vården växte tilliten när chefer visade den först.\n"
    "      en: In health care trust grew when managers showed it first.\n"
    "    limits: [{sv: [vården, i vård], en: [health care]%s}]\n",
)
_PASSAGE = (_IN_CARE[0], _IN_CARE[1] % "")
_SECTION = (_IN_CARE[0], _IN_CARE[1] % ", within: section")
_PAGE = (_IN_CARE[0], _IN_CARE[1] % ", within: page")
_HERE_SV, _HERE_EN = "I vården växer tillit när chefer visar den först.", "In health care trust grows with managers."
_CARE = {"sv": "Chefer i vården tar större ansvar.", "en": "Managers in health care take on more."}


def _limited(change: tuple[str, str], sv: str = _HERE_SV, en: str = _HERE_EN, also: bool = False) -> Edits:
    """Give a ledger with a limit; the second citation keeps it where ``also`` says so."""
    edits: dict[str, Edit] = dict(ledger(change, sv=sv, en=en))
    if also:
        edits[SV] = str(edits[SV]).replace("Den som känner sig betrodd tar större ansvar.", _CARE["sv"])
        edits[EN] = str(edits[EN]).replace("People who feel trusted take on more.", _CARE["en"])
    return edits


_ASSOCIATION = ("kind: description", "kind: association")
_AGENCY = ("level: manager", "level: citizen")
_QUOTABLE = (
    "    whose: inquiry\n",
    "    whose: inquiry\n    words: {sv: chefer visar den allra först, en: managers go first}\n",
)
_ABSENT = (
    "    kind: description\n",
    "    kind: absence\n    sought: {sv: ”tillit” i rapporten, en: “trust” in the report}\n",
)

FAULTS = [
    Fault(
        "claim-limit",
        _limited(_PASSAGE),
        _limited(_PASSAGE, also=True),
        f"{SV}:47",
        'without its limit "vården"',
    ),
    Fault(
        "claim-limit",
        _limited(_SECTION, en="Trust grows with managers.", also=True),
        _limited(_SECTION, also=True),
        f"{EN}:10",
        'without its limit "health care"',
    ),
    Fault("claim-limit", _limited(_PAGE, sv="Tillit växer när chefer visar den först."), _limited(_PAGE), f"{SV}:10"),
    Fault(
        "claim-level",
        ledger(_AGENCY, ("chefer visade", "brukare visade"), ("managers showed", "users showed")),
        ledger(
            _AGENCY,
            ("chefer visade", "brukare visade"),
            ("managers showed", "users showed"),
            sv="Tillit växer när chefer lyssnar på brukare.",
            en="Trust grows when managers listen to users.",
        ),
        f"{SV}:10",
        "is about citizen (public), the sentence about workplace",
    ),
    Fault(
        "claim-effect",
        ledger(_ASSOCIATION, sv="Att chefer går först leder till tillit.", en="When managers go first, trust grows."),
        ledger(
            _ASSOCIATION,
            sv="Det finns ett samband: att chefer går först leder kanske till tillit.",
            en="There is an association: when managers go first, trust may grow.",
        ),
        f"{SV}:10",
        'the sentence says "leder till"',
    ),
    Fault(
        "quotation-differs",
        ledger(
            _QUOTABLE,
            sv="Tillit växer när ”chefer visar den först av alla”.",
            en="Trust grows when “managers go first”.",
        ),
        ledger(
            _QUOTABLE,
            sv="Tillit växer när ”chefer visar […] allra först”.",
            en="Trust grows when “managers go first”.",
        ),
        f"{SV}:10",
        "chefer visar den först av alla",
    ),
    Fault(
        "absence-unsupported",
        ledger(
            sv="Om chefer går först har vi inte sett.",
            en="We have not seen whether managers go first.",
        ),
        ledger(
            _ABSENT,
            sv="Om chefer går först har vi inte sett.",
            en="We have not seen whether managers go first.",
        ),
        f"{SV}:10",
        "har vi inte sett",
    ),
]
