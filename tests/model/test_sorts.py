"""Every field of the model says of what sort it is."""

from spotbrief.model.kinds import KINDS
from spotbrief.model.walk import fields_of, marks_in, says


def test_whatever_an_editor_types_as_words_has_a_sort() -> None:
    """From which all else follows: what is escaped, translated, linked, looked up and kept back."""
    fields = {f"{cls.__name__}.{name}": hint for kind in KINDS.values() for cls, name, hint in fields_of(kind.thing)}
    assert len(fields) > 100
    assert [name for name, hint in fields.items() if says(hint, str) and not marks_in(hint)] == []
