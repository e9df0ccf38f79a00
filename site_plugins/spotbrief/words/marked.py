"""Marks tables whose texts are phrases, so that the command that collects phrases for translators finds them."""

from typing import TypeVar

T = TypeVar("T")


def phrases(table: T, context: str = "") -> T:
    """*table* as it is; each text in it but the keys of mappings is a phrase, in a *context* that translators are told."""
    return table
