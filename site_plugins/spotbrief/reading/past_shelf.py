"""The steps of a line -> the versions of each briefing in a row, from the first one on that the line goes back to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.reading.git_lines import Line, along
from spotbrief.reading.past_versions import Version
from spotbrief.reading.past_walk import Step, Text, Texts
from spotbrief.reading.translation_file import language_in


class Unread(NamedTuple):
    """A text that says no briefing, and why."""

    why: str


State = Briefing | Unread
Row = tuple[Version, ...]


def of_files(read: Iterable[State | None]) -> State:
    """The briefing in its files, one or a pair."""
    found = list(read)
    wrong = next((one for one in found if isinstance(one, Unread)), None)
    return wrong or next((one for one in found if isinstance(one, Briefing)), Unread("there are no fields"))


@record
class Shelves:
    """The rows of each line by the ids of briefings."""

    rows: tuple[Mapping[str, Row], ...]
    """Of a line that none was merged into, those that it changed."""
    passed_over: int
    """Texts of the main line that could not be read."""


def shelve(every: Sequence[Line], steps: Sequence[Sequence[Step]], read: Mapping[Text, State | None], languages: Sequence[str]) -> Shelves:
    """Put *steps* of the lines in rows. What cannot be read is no wonder where it is a translation by the *languages* of today."""
    at = {step.commit.id: step for taken in steps for step in taken}
    inside = {line.merged for line in every}
    rows: list[Mapping[str, Row]] = [{} for _ in every]
    passed_over = 0
    for number, commit, shelf in along(every, _Shelf(read, languages)):
        if commit.id in at:
            shelf.add(at[commit.id])
        if commit is not every[number].commits[-1]:
            continue
        if number == 0:
            shelf.go_on()
            passed_over = shelf.passed_over
        is_whole = number == 0 or any(one.id in inside for one in every[number].commits)
        names = shelf.rows if is_whole else {id for step in steps[number] for id in step.files}
        rows[number] = {name: shelf.rows[name] for name in names if name in shelf.rows}
    return Shelves(rows=tuple(rows), passed_over=passed_over)


class _Shelf:
    """Puts the versions of each briefing in a row."""

    def __init__(self, read: Mapping[Text, State | None], languages: Sequence[str]) -> None:
        self._read, self._languages = read, languages
        self._files: dict[str, Texts] = {}
        self.rows: dict[str, Row] = {}
        self.passed_over = 0

    def copy(self) -> "_Shelf":
        """What another line begins with."""
        made = _Shelf(self._read, self._languages)
        made._files, made.rows = self._files.copy(), self.rows.copy()
        return made

    def add(self, step: Step) -> None:
        """Take in one step, after those before it."""
        self._files |= step.files
        there = {id: of_files(self._read[text] for text in files) for id, files in step.files.items() if files}
        for id, state in there.items():
            self._rename(id, state, step.renamed.get(id, ""))
        for id in step.files:
            self._note(id, step, there.get(id))

    def go_on(self) -> None:
        """A name that tells its former one only later goes on with its row all the same."""
        for id, row in list(self.rows.items()):
            latest = row[-1].briefing
            for old in latest.former_slugs if latest else ():
                if old in self.rows and not self._files.get(old):
                    self.rows[id] = (*(one for one in self.rows.pop(old) if one.briefing), *row)

    def _rename(self, id: str, state: State, before: str) -> None:
        """A new name goes on with the row of the old one, if nothing has that any more."""
        if id in self.rows or isinstance(state, Unread):
            return
        last = next((one.briefing for one in reversed(self.rows.get(before, ())) if one.briefing), None)
        same = [before] if last and (last.title == state.title or last.published == state.published) else []
        for old in (*state.former_slugs, *same):
            if old in self.rows and not self._files.get(old):
                self.rows[id] = self.rows.pop(old)
                return

    def _note(self, id: str, step: Step, state: State | None) -> None:
        if isinstance(state, Unread):
            self.passed_over += not language_in(id, self._languages)[1]
        elif state or id in self.rows:
            self.rows[id] = (*self.rows.get(id, ()), Version(commit=step.commit.id, when=step.commit.when, briefing=state))
