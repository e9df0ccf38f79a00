"""Names stand in lists where readers look for them."""

import pytest

from spotbrief.words.sorting import family_first, letter, sort_key, without_article


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Donald Trump", "Trump Donald"),
        ("Ursula von der Leyen", "Leyen Ursula von der"),
        ("Bart De Wever", "De Wever Bart"),
        ("Alexander Van der Bellen", "Van der Bellen Alexander"),
        ("Recep Tayyip Erdoğan", "Erdoğan Recep Tayyip"),
        ("Robert Kennedy Jr.", "Kennedy Jr. Robert"),
        ("Володимир Зеленський", "Зеленський Володимир"),
        ("Pelé", "Pelé"),
    ],
)
def test_a_person_stands_under_the_family_name(name: str, sorted_as: str) -> None:
    """Particles go with it from the first capital on."""
    assert family_first(name) == sorted_as


def test_an_article_does_not_count() -> None:
    """Unless it is the whole name."""
    assert [without_article(name) for name in ("The Kyiv Independent", "An Nahar", "Theatre", "The")] == [
        "Kyiv Independent",
        "Nahar",
        "Theatre",
        "The",
    ]


def test_accents_and_signs_do_not_count() -> None:
    assert sorted(["Zeta", "Österreich", "Oslo", "O’Neill", "Łódź", "Lviv", "łuk"], key=sort_key) == [
        "Łódź",
        "łuk",
        "Lviv",
        "O’Neill",
        "Oslo",
        "Österreich",
        "Zeta",
    ]
    assert [letter(name) for name in ("Österreich", "24 Kanal", "Європа", "łuk", "")] == ["O", "0–9", "Є", "L", "0–9"]
