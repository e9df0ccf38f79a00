"""Cyrillic letters in Latin ones, for ids: they stand in addresses, which people read out and type.

Ukrainian is written as the Cabinet's resolution 55 of 2010 has it, other languages as their own passports have it, without accents.
"""

import re
from collections.abc import Mapping

_PAIRS = """\
аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
ґg єye іi їyi ўu ђdj ѓg ѕdz јj љlj њnj ћc ќk џdz ѝi"""
_ALL = {pair[0]: pair[1:] for pair in _PAIRS.split()}
_OF: Mapping[str, Mapping[str, str]] = {
    "uk": {"г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia", "є": "ie", "ї": "i"},
    "be": {"г": "h", "і": "i", "ё": "io", "ю": "iu", "я": "ia", "ц": "ts"},
    "bg": {"щ": "sht", "ъ": "a", "х": "h"},
    "sr": {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"},
    "mk": {"ж": "zh", "х": "h", "ц": "c", "ч": "ch", "ш": "sh"},
}
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""How these begin a word in Ukrainian."""

_SIGNS = ((re.compile("[іїєґ]"), "uk"), (re.compile("[ыэёъ]"), "ru"))
"""Letters that tell a language from its neighbours; of two neighbours with one of them, the more usual."""

_APOSTROPHES = re.compile("(?<=[\u0400-\u04ff])['’ʼ`](?=[\u0400-\u04ff])")
_WORD = re.compile("[\u0400-\u04ff]+")


def in_latin(text: str, language: str = "") -> str:
    """*text* in small letters, what is Cyrillic of it in Latin ones.

    Its language is that of its letters, or *language*, that of the desk, or Ukrainian where neither says it.
    """
    text = _APOSTROPHES.sub("", text.casefold())
    spoken = language.partition("-")[0]
    if spoken not in (*_OF, "ru"):
        spoken = next((known for sign, known in _SIGNS if sign.search(text)), "uk")
    return _WORD.sub(lambda word: _of_word(word[0], spoken), text)


def _of_word(word: str, language: str) -> str:
    letters = {**_ALL, **_OF.get(language, {})}
    if language == "uk":
        word = (_FIRST.get(word[0], word[0]) + word[1:]).replace("зг", "zgh")
    return "".join(letters.get(letter, letter) for letter in word)
