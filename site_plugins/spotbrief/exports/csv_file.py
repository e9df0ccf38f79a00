"""Tables for spreadsheets (RFC 4180), in which no cell is run."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

Value = str | float | int | None
Row = Mapping[str, Value]

EXACT = 9
"""Decimals of a number."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""


def csv_file(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A file of *rows* under the names of *columns*; what a row does not have is an empty cell."""
    text = StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([cell(row.get(name)) for name in columns] for row in rows)
    return text.getvalue().encode()


def cell(value: Value) -> str:
    """A text that a spreadsheet does not run; a number without the noise of its last digits."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, EXACT):.9f}".rstrip("0").rstrip(".")
    text = " ".join(str(value).split())
    return f"'{text}" if _FORMULA.match(text) else text
