"""Languages by their tags (BCP 47)."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from spotbrief.model.countries import is_country_alone, spoken_in
from spotbrief.model.sorts import Mark, Sort

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<script>-[a-z]{4})?(?P<region>-(?:[a-z]{2}|\d{3}))?(?P<variants>(?:-[a-z\d]{5,8})*)", re.IGNORECASE
)


def tag(typed: object) -> str:
    """*typed* as BCP 47 writes it: `en-GB`, `sr-Latn`. Raises ValueError."""
    found = _TAG.fullmatch(str(typed).strip().replace("_", "-"))
    if not found:
        raise ValueError(f"'{typed}' is no code of a language: write one such as uk or en-GB")
    if is_country_alone(found["language"]):
        raise ValueError(f"'{typed}' is the code of a country, and of no language: write {spoken_in(found['language'])}")
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    return f"{found['language'].lower()}{script}{region}{found['variants'].lower()}"


LanguageTag = Annotated[str, BeforeValidator(tag), WithJsonSchema({"type": "string"}), Mark(Sort.LANGUAGE)]
"""A language, such as `ar` or `en-GB`."""
