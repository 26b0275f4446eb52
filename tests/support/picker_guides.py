"""A whole guide with the indicator picker on one of its pages, and five indicators to pick from."""

from __future__ import annotations

from guides import Edits
from indicator_guides import DATA, with_data

FILE = "data/tools/indicator-picker.yml"
MEASURES = "data/indicators.yml"
PICKER = """version: 1
perspectives:
  - {id: results, sv: Resultat, en: Results, indicators: [engagement]}
  - {id: staff, sv: Medarbetare, en: Staff, indicators: [sick-leave, third, fourth, fifth]}
purposes:
  - id: first-trial
    sv: Pröva <b>
    en: Try <b>
    indicators: [third, engagement, sick-leave, fourth, fifth, third]
only:
  - {indicator: engagement, sectors: [state, region, municipality]}
"""
_SICK_LEAVE = DATA[DATA.index("- id: sick-leave") :]


def with_picker(old: str = "", new: str = "") -> Edits:
    """Give the edits that make the guide, with the picker's data changed."""
    assert old in PICKER
    edits = with_data()
    more = "".join(_SICK_LEAVE.replace("id: sick-leave", f"id: {name}") for name in ("third", "fourth", "fifth"))
    return {
        **edits,
        MEASURES: str(edits[MEASURES]) + more,
        FILE: PICKER.replace(old, new, 1) if old else PICKER,
    }
