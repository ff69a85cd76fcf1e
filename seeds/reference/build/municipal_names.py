"""Keys and names of all municipalities of 1 January 2021, from the warning areas of Deutscher Wetterdienst."""

import json
import re
from pathlib import Path
from typing import Any, Final

MUNICIPALITY: Final = "8"  # the first of nine digits of a warning area; the others are the AGS
NO_MUNICIPALITY: Final = "gemeindefreies gebiet"
AFTER_NAME: Final = re.compile(r"(?: \[[^\]]*\])?(?:\(8\d{8}\))?$")
STATUS: Final = re.compile(r" \((?:(?:Gemeinde|Stadt)/)?[A-Z]{2}(?:/[A-Z]{3})?\)$")
BEFORE_NAME: Final = re.compile(r"^(?:Große Kreisstadt|(?:Mitglied\w* )?in Verwaltungsgemeinschaft) ")


def read_names(path: Path) -> dict[str, str]:
    """Name by AGS."""
    options = _find_options(json.loads(path.read_bytes()))
    return {
        option["value"][1:]: clean(option["label"])
        for option in options
        if option["value"].startswith(MUNICIPALITY) and not option["label"].lower().startswith(NO_MUNICIPALITY)
    }


def clean(label: str) -> str:
    """The name in a label such as 'Berg (Gemeinde/BY) [Berg/HO]' or 'Große Kreisstadt Dachau (BY)'."""
    name = BEFORE_NAME.sub("", STATUS.sub("", AFTER_NAME.sub("", label)))
    return name.replace("(Rhld.)", "(Rheinland)")


def choose(newer: str, older: str) -> str:
    """The newer name, except where it lost a "Stadt" that belongs to it, as in Stadt Wehlen."""
    return older if older == f"Stadt {newer}" else newer


def _find_options(config: dict[str, Any]) -> list[dict[str, str]]:
    table: dict[str, Any] = config["items"]["_dwdpanel"]["items"]["dwdwarncellTable"]
    options: list[dict[str, str]] = table["items"][0]["options"]
    return options
