"""Markdown that leaves the site as Markdown holds nothing that readers of the page cannot see."""

import re

from hypothesis import given
from hypothesis import strategies as st

from spotbrief.reading.markdown import to_html, visible

_CELL = st.sampled_from(["one", "`two|three`", "four \\| five", "[[six|seven]]", ""])
_EDGE = st.sampled_from(["", "|", "||"])


@st.composite
def _rows(draw: st.DrawFn) -> str:
    cells = draw(st.lists(_CELL, min_size=1, max_size=5))
    marked = [f"{cell} word{draw(st.integers(0, 999))}end" for cell in cells]
    return draw(_EDGE) + " | ".join(marked) + draw(_EDGE)


@given(
    head=_rows(),
    width=st.integers(1, 4),
    rows=st.lists(_rows(), min_size=1, max_size=4),
    before=st.sampled_from(["", "> ", "  "]),
    edge=st.sampled_from(["", "|"]),
)
def test_cells_beyond_a_table_are_left_out(head: str, width: int, rows: list[str], before: str, edge: str) -> None:
    line = edge + "|".join(["---"] * width) + edge
    text = "\n".join(before + row for row in (head, line, *rows))
    page = to_html(text)
    assert [word for word in re.findall(r"word\d+end", visible(text)) if word not in page] == []
