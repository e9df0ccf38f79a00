"""What a text is found by."""

import pytest

from spotbrief.exports.search.codes import encode
from spotbrief.exports.search.plain import plain
from spotbrief.exports.search.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Envoys met in Kyiv.", ["envoys", "met", "kyiv"]),
        ("Erdoğan, Orbán and Wałęsa", ["erdogan", "orban", "walesa"]),
        ("Сергій Їжак, під’їзд, п'ять", ["сергій", "їжак", "підїзд", "пять"]),
        ("Kyiv's plan; Moscow’s answer", ["kyiv", "plan", "moscow", "answer"]),
        ("G7, 2025-03-03 and a", ["g7", "2025", "03", "03"]),
        ("x" * 40, ["x" * 32]),
        ("Бу\u0301рти, за\u0301мок, ї\u0301жак, і\u0301\u0308жак", ["бурти", "замок", "їжак", "їжак"]),
        ("и\u0306од йод", ["йод", "йод"]),
        ("e\u0301te\u0301, Αθήνα, שָׁלוֹם, مُحَمَّد", ["ete", "αθηνα", "שלום", "محمد"]),
        (" ".join(f"п{sign}ять" for sign in "'’‘‛`´′ʼʹʻʽʾˈ＇"), ["пять"] * 14),
        ("‘quoted’ `code` ʼдик Kyiv`s", ["quoted", "code", "дик", "kyiv"]),
        ("со\u00adюз Ки\u200bїв \u2066грант\u2069 \ufeffкрок", ["союз", "київ", "грант", "крок"]),
        ("grain\u2011deal no\u00a0break", ["grain", "deal", "no", "break"]),
        ("हिन्दी भाषा।", ["हिन्दी", "भाषा"]),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    """Case, accents, stress marks, apostrophes and invisible signs do not matter; Cyrillic letters stay what they are."""
    assert words(text) == found


def test_plain_text_has_no_markup_and_no_addresses() -> None:
    """Readers find what they see."""
    text = "# Head\n\nOf [[nato]], [[eu|the Union]], [a *link*](https://hidden.example/path). [[briefing:x]]\n\n| a |\n|-|\n| c |"
    assert words(plain(text, {"nato": "NATO"}.__getitem__)) == ["head", "nato", "union", "link"]
    assert plain("<script>alert(1)</script> & more", str) == "<script>alert(1)</script> & more"


def test_numbers_are_told_by_their_gaps() -> None:
    """One sign for a gap below 32, two below 1,024, three below 32,768."""
    assert [encode(numbers) for numbers in ([], [0], [1, 2, 3], [31, 63], [32, 1056])] == ["", "A", "BBB", "fgB", "gBggB"]
