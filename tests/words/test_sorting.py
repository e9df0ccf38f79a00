"""Names stand in lists where readers look for them."""

import pytest

from spotbrief.words.conventions import conventions
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


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "uk",
            "5 канал, Аґрус, Ганна, Гліб, Ґалаґан, Дмитро, Ель, Європа, Жан, Зоя, Ивга, Іван, Їжак, Йосип, Льва, Любов, Яна, NATO, Zeta",
        ),
        ("pl", "Ada, Ćma, Lis, Lód, Łan, Łódź, Mur, Óda, Żak"),
        ("de", "Arm, Ärzte, Asche, Ödland, Ost, Straße, Strauß, Zoo, Євген"),
        ("cs", "Cep, Čas, Hra, Chata, Idea, Řek, Sen, Šál"),
        ("bg", "Щит, Ъгъл, Юли, Яна"),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, names: str) -> None:
    """As its readers learn the alphabet at school; other scripts come last."""
    ordered, alphabet = names.split(", "), conventions(language).alphabet
    assert sorted(ordered, key=lambda name: sort_key(name, alphabet)) == ordered


def test_each_letter_of_the_alphabet_has_its_own_heading() -> None:
    """And letters with accents stand under the letter that they are."""
    headings = {language: conventions(language).alphabet for language in ("uk", "pl", "de", "cs")}
    assert [letter(name, headings["uk"]) for name in ("Ґалаґан", "Їжак", "«Європа»", "Äpfel", "24 канал")] == ["Ґ", "Ї", "Є", "A", "0–9"]
    assert [letter("Łódź", headings["pl"]), letter("Ärzte", headings["de"]), letter("Chata", headings["cs"])] == ["Ł", "A", "CH"]


def test_german_articles_do_not_count_in_german() -> None:
    """In English they may be names."""
    assert [without_article("Die Zeit", "de"), without_article("Die Zeit")] == ["Zeit", "Die Zeit"]
