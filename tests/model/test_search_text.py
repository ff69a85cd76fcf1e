"""How names are folded for search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.search_text import fold, words

GERMAN = st.text("abcdeäöüßÄÖÜ -MRSTuoaE", max_size=20)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Müller", "mueller", "Muller", "MÜLLER", "MUELLER", "Mu\u0308ller"),
        ("Straße", "STRASSE", "strasse"),
        ("Jérôme Łuka", "jerome łuka"),
        ("Hermann-Löns-Schule", "hermann loens schule", "Hermann  Lons_Schule"),
    ],
)
def test_spellings_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_signs_separate_words() -> None:
    assert words("Kita-Ausbau (U3), Kita!") == ("kita", "ausbau", "u3")


@given(GERMAN, st.integers(0, 20))
def test_what_is_typed_so_far_is_the_beginning_of_the_whole(text: str, typed: int) -> None:
    assert fold(text).startswith(fold(text[:typed]))


@given(st.text(max_size=50))
def test_folded_text_has_words_and_single_spaces_only(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())
