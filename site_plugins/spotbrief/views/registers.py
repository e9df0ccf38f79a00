"""Public registers that know the same things."""

from collections.abc import Mapping
from urllib.parse import quote

from spotbrief.corpus.resolve import safe_url

REGISTERS = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "opensanctions": ("OpenSanctions", "https://www.opensanctions.org/entities/{}/"),
    "lei": ("LEI", "https://search.gleif.org/#/record/{}"),
    "iso3166": ("ISO 3166", ""),
    "ofac": ("OFAC", ""),
    "imo": ("IMO", ""),
}
"""Public registers: how they are called, and where they show an entry."""


def address(register: str, id: str) -> str:
    """Where a register shows an entry; empty where it has no such page."""
    _, pattern = REGISTERS.get(register, ("", ""))
    return pattern.format(quote(id, safe="")) if pattern else ""


def same_as(identifiers: Mapping[str, str] | None) -> list[str]:
    """The addresses of the same thing elsewhere; those of its own website come last."""
    known = identifiers or {}
    found = [address(name, id) for name, id in known.items()]
    return [url for url in (*found, safe_url(known.get("website"))) if url]
