"""Lists over several pages."""

from hypothesis import given
from hypothesis.strategies import integers

from spotbrief.views.paging import page_of, pages


@given(integers(0, 400), integers(1, 40), integers(1, 90))
def test_each_thing_stands_on_the_page_that_is_said_to_hold_it(count: int, size: int, later: int) -> None:
    """On one page alone, in the order of the list."""
    found = [(part.number, one) for part in pages("a/", range(count), size, later) for one in part.items]
    assert found == [(page_of(place, size, later), place) for place in range(count)]
