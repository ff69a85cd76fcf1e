"""Where the demo plays: twelve regions of five places each, and the seats of those who work nationwide."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Region:
    """A corner of one Land whose people know each other. `landscape` is what clubs there name themselves after."""

    landscape: str
    places: tuple[str, ...]
    people: int


REGIONS: Final = (
    Region("Förde", ("01001000", "01002000", "01054", "01054056", "01058"), 50),
    Region("Ems-Hunte", ("03403000", "03404000", "03454", "03454032", "03460"), 36),
    Region("Emscher", ("05913000", "05513000", "05113000", "05562", "05562020"), 58),
    Region("Fulda-Main", ("06611000", "06414000", "06413000", "06435", "06435019"), 42),
    Region("Mosel-Rhein", ("07111000", "07211000", "07314000", "07137", "07137003"), 34),
    Region("Oberrhein", ("08222000", "08311000", "08317", "08317096", "08435"), 46),
    Region("Franken", ("09564000", "09761000", "09663000", "09372", "09372116"), 48),
    Region("Oberlausitz", ("14713000", "14612000", "14626", "14626110", "14626610"), 44),
    Region("Saale-Ilm", ("16051000", "16053000", "16055000", "16062", "16062041"), 38),
    Region("Havel-Oder", ("12054000", "12052000", "12073", "12073452", "12060"), 36),
    Region("Elbe-Saale", ("15003000", "15002000", "15089", "15089030", "15085"), 40),
    Region("Warnow-Peene", ("13003000", "13004000", "13076", "13076108", "13075039"), 32),
)
NATIONWIDE: Final = Region("Bund", ("11000000", "09162000"), 24)
ALL_REGIONS: Final = (*REGIONS, NATIONWIDE)
PLACES: Final = tuple(ags for region in ALL_REGIONS for ags in region.places)
