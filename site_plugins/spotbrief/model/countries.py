"""Codes of countries that are typed for codes of languages: `ua` for Ukrainian, which is `uk`."""

_SPOKEN = {
    "ar": "ae bh dz eg eh iq jo km kw lb ly ma mr om ps qa sa sd ss sy td tn ye",
    "be": "by",
    "bs": "ba",
    "ca": "ad",
    "cs": "cz",
    "da": "dk",
    "de": "at ch li",
    "el": "gr",
    "en": "gb us",
    "es": "bo cl co cr cu do ea ec gq gt hn ic mx ni pa pe pr uy ve",
    "et": "ee",
    "fa": "af ir",
    "fr": "bf bj bl cd cg ci cm dj gf gn gp lu mc mf mq mu nc pf pm re sc tf tg wf yt",
    "he": "il",
    "hi": "in",
    "hy": "am",
    "it": "sm va",
    "ja": "jp",
    "ka": "ge",
    "kk": "kz",
    "ko": "kp kr",
    "ky": "kg",
    "ms": "bn cc my",
    "nb": "bv no sj",
    "nl": "aw",
    "pt": "ao br cv gw mz st tl",
    "ro": "md",
    "sl": "si",
    "sq": "al xk",
    "sr": "me rs",
    "sv": "ax se",
    "sw": "ke tz ug",
    "uk": "ua",
    "ur": "pk",
    "vi": "vn",
    "zh": "cn hk mo tw",
}
"""The countries of each language whose own code is that of none of these languages, as CLDR says what is likeliest written there.

Belarus and Kazakhstan stand for the languages that have their names.
"""

_CODES = "ae af am ba bn bo br ch co cr cu cv dz ee gn kg km kr kw lb li lu mr my no om pa ps sa sc sd se si sm ss st tg tl tn tw ug ve"
_LANGUAGES_TOO = frozenset(_CODES.split())
"""Those among them that are codes of other languages: `se` is Northern Sami, and Sweden."""

_OF = {country: language for language, countries in _SPOKEN.items() for country in countries.split()}


def spoken_in(code: str) -> str | None:
    """The language for which somebody may have typed the *code* of its country (ISO 3166); None where it is none such."""
    return _OF.get(code.strip().replace("_", "-").partition("-")[0].lower())


def is_country_alone(code: str) -> bool:
    """Whether it is the code of a country, and of no language."""
    return spoken_in(code) is not None and code.strip()[:2].lower() not in _LANGUAGES_TOO
