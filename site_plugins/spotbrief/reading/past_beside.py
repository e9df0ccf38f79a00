"""Briefings as merged lines told them: readers may have had any line, and no merge may drop what one of them said."""

from collections.abc import Iterator, Mapping, Sequence

from spotbrief.reading.git import Commit
from spotbrief.reading.git_lines import Line
from spotbrief.reading.past_shelf import Row
from spotbrief.reading.past_versions import Beside, Life, Version


def told_beside(lines: Sequence[Line], rows: Sequence[Mapping[str, Row]], found: dict[str, Commit]) -> Iterator[Beside]:
    """What each merged line said that the main one never did, with what became of it. *rows* are those of each line."""
    at = {commit.id: number for number, line in enumerate(lines) for commit in line.commits}
    order = {commit: number for number, commit in enumerate(reversed(found))}
    ways = [_Ways(of) for of in rows]
    said = {id(version.briefing) for row in rows[0].values() for version in row if version.briefing}

    def onward(name: str, row: Row, merge: str) -> Iterator[Version]:
        """What followed a *merge*: along the line that it is on, and along those that this one was merged into."""
        while merge:
            number = at[merge]
            known = ways[number].row(name, row)
            before = [version for version in known if order[version.commit] <= order[merge]]
            yield Version(commit=merge, when=found[merge].when, briefing=before[-1].briefing if before else None)
            yield from known[len(before) :]
            merge = lines[number].merged

    for line, of in zip(lines[1:], rows[1:], strict=True):
        own = frozenset(commit.id for commit in line.commits)
        for name, row in of.items():
            start = next((number for number, version in enumerate(row) if version.commit in own), len(row))
            if any(version.briefing and id(version.briefing) not in said for version in row[start:]):
                life = Life(id=ways[0].name(name, row), versions=(*row[max(0, start - 1) :], *onward(name, row, line.merged)))
                yield Beside(life=life, own=own, merged=line.merged)


class _Ways:
    """Finds in the rows of one line that of a briefing of another one: with the same beginning, else with the same id."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows
        self._by_start = {id(row[0]): name for name, row in rows.items() if row}
        self._by_id = {one.briefing.id: name for name, row in rows.items() for one in row if one.briefing}

    def name(self, name: str, row: Row) -> str:
        """What it is called on this line in the end; *name* where that has none like it."""
        return self._by_start.get(id(row[0])) or (name if name in self._rows else self._by_id.get(name, name))

    def row(self, name: str, row: Row) -> Row:
        """Its versions on this line."""
        return self._rows.get(self.name(name, row), ())
