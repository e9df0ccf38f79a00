"""What a field's name alone tells of its value, for messages on lines that YAML cannot read."""

from functools import cache

from spotbrief.model.judgement import SENTENCE_OR_FIELDS
from spotbrief.model.kinds import KINDS
from spotbrief.model.sorts import Sort
from spotbrief.model.walk import classes_in, fields_of, is_list, marks_in, says

_ID = frozenset({Sort.REFERENCE, Sort.CITATION, Sort.FORMER_ID})


@cache
def field_names_of_all() -> frozenset[str]:
    """All names of fields, of whatever kind."""
    return frozenset(name for kind in KINDS.values() for _, name, _ in fields_of(kind.thing))


@cache
def lists_of_ids() -> frozenset[str]:
    """The fields that are lists of ids."""
    fields = [(name, hint) for kind in KINDS.values() for _, name, hint in fields_of(kind.thing) if is_list(hint)]
    return frozenset(name for name, hint in fields if not classes_in(hint) and any(mark.sort in _ID for mark in marks_in(hint)))


@cache
def lists_of_sentences() -> frozenset[str]:
    """The fields that are lists whose entries may be plain sentences."""
    return frozenset(name for kind in KINDS.values() for _, name, hint in fields_of(kind.thing) if says(hint, SENTENCE_OR_FIELDS))
