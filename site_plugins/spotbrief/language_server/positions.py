"""Places in a text, as the protocol counts them: lines from 0, columns in code units, UTF-16 unless the editor agreed on others."""

import re

from lsprotocol import types
from pygls.workspace import PositionCodec

from spotbrief.model.problem import Problem

_WORD = re.compile(r"""[^\s,\[\]{}"']+""")


class Lines:
    """The lines of a text, between which and the protocol positions are turned."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.lines = text.split("\n")
        self._codec = codec

    def line(self, number: int) -> str:
        """A line, from 0; empty behind the last one."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def position(self, line: int, column: int) -> types.Position:
        """The position of a line and a column in characters, both from 0."""
        return types.Position(line, self._codec.client_num_units(self.line(line)[: max(column, 0)]))

    def span(self, line: int, start: int, end: int) -> types.Range:
        """The range of some characters of a line."""
        return types.Range(self.position(line, start), self.position(line, end))

    def column(self, at: types.Position) -> int:
        """The column, in characters from 0, of a position."""
        line = self.line(at.line)
        units = 0
        for column, character in enumerate(line):
            if units >= at.character:
                return column
            units += self._codec.client_num_units(character)
        return len(line)

    def of_problem(self, problem: Problem) -> types.Range:
        """What a problem is underlined at: what its mend replaces, or else the word at its place."""
        number, column = max(problem.line - 1, 0), max(problem.column - 1, 0)
        line = self.line(number)
        old = problem.mend.old if problem.mend else ""
        if old and (start := line.find(old, column)) >= 0:
            return self.span(number, start, start + len(old))
        word = _WORD.search(line, column)
        return self.span(number, word.start(), word.end()) if word else self.span(number, min(column, len(line)), len(line))
