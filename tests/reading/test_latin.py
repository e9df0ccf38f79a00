"""Ids are in Latin letters, whatever Cyrillic language a name is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.checks.ids import why_unsafe
from spotbrief.reading.ids import new_id

# The examples of resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010.
UKRAINIAN = (
    "Алушта alushta, Борщагівка borshchahivka, Вишгород vyshhorod, Гадяч hadiach, Згурський zghurskyi, Ґалаґан galagan, "
    "Рівне rivne, Єнакієве yenakiieve, Наєнко naienko, Житомир zhytomyr, Закарпаття zakarpattia, Їжакевич yizhakevych, "
    "Кадиївка kadyivka, Йосипівка yosypivka, Стрий stryi, Розгін rozghin, Київ kyiv, Знам’янка znamianka, Знам'янка znamianka, "
    "Ужгород uzhhorod, Харків kharkiv, Біла-Церква bila-tserkva, Щербухи shcherbukhy, Юрій yurii, Корюківка koriukivka, "
    "Яготин yahotyn, Костянтин kostiantyn, Згорани zghorany"
)


@pytest.mark.parametrize("pair", UKRAINIAN.split(", "))
def test_ukrainian_is_written_as_the_state_writes_it(pair: str) -> None:
    name, made = pair.split()
    assert new_id(name) == new_id(name, "uk") == made


@pytest.mark.parametrize(
    ("name", "language", "made"),
    [
        ("Юрий Быков", "en", "yuriy-bykov"),
        ("Богдан", "ru", "bogdan"),
        ("Богдан", "en", "bohdan"),
        ("Щастлив Христо", "bg", "shtastliv-hristo"),
        ("Љубав и Жеља", "sr", "ljubav-i-zelja"),
        ("Zürich and Łódź", "uk", "zurich-and-łodz"),
        ("Αθήνα", "el", "αθήνα"),
        ("й".encode().decode() + "од", "uk", "yod"),
        ("и\u0306од", "uk", "yod"),
    ],
)
def test_other_languages_are_written_their_own_way(name: str, language: str, made: str) -> None:
    """By the desk's language, or else by letters that only one of them has; other scripts stay."""
    assert new_id(name, language) == made


@given(st.text(), st.sampled_from(["", "en", "uk", "ru", "sr-Cyrl"]))
def test_an_id_can_stand_in_an_address_and_has_no_cyrillic_letter(name: str, language: str) -> None:
    made = new_id(name, language)
    assert not made or not why_unsafe(made)
    assert not any("\u0430" <= c <= "\u045f" for c in made)
