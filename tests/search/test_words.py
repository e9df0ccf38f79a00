"""What a text is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.exports.search.plain import plain
from spotbrief.exports.search.vlq import encode
from spotbrief.exports.search.words import fold, words
from tests.search.folding import CASES


@pytest.mark.parametrize(("text", "found"), CASES)
def test_words_are_folded(text: str, found: list[str]) -> None:
    """Case, accents, stress, apostrophes and invisible signs do not matter; Cyrillic letters stay what they are."""
    assert words(text) == found


@given(st.text(st.characters(exclude_categories=("Cs", "Cn"))))
def test_words_fold_to_themselves(text: str) -> None:
    """What was found can be typed."""
    for word in words(text):
        assert fold(word) == word


def test_plain_text_has_no_markup_and_no_addresses() -> None:
    """Readers find what they see."""
    text = "# Head\n\nOf [[nato]], [[eu|the Union]], [a *link*](https://hidden.example/path). [[briefing:x]]\n\n| a |\n|-|\n| c |"
    assert words(plain(text, {"nato": "NATO"}.__getitem__)) == ["head", "nato", "union", "link"]
    assert plain("<script>alert(1)</script> & more", str) == "<script>alert(1)</script> & more"


def test_numbers_are_told_by_their_gaps() -> None:
    """One sign for a gap below 32, two below 1,024, three below 32,768."""
    assert [encode(numbers) for numbers in ([], [0], [1, 2, 3], [31, 63], [32, 1056])] == ["", "A", "BBB", "fgB", "gBggB"]
