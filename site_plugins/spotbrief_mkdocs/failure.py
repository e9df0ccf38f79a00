"""A preview whose site cannot be made again: why."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem

log = logging.getLogger("mkdocs.plugins.spotbrief")

_LINE = re.compile(r"line (\d+), column (\d+)")
_HINT = "this is the last site that could be made; it is made anew as soon as that is mended"


class _Heard(logging.Handler):
    """The errors that the engine logs; our own rules tell theirs in another way."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != log.name:
            self.messages.append(record.getMessage())


def failure_of(build: Callable[[], None], config_file: str) -> tuple[Problem, ...]:
    """What keeps *build* from making the site; nothing where it makes it."""
    with _hearing() as heard:
        try:
            build()
        except Exception as error:
            messages = list(dict.fromkeys(heard.messages)) or [str(error) or type(error).__name__]
            for message in messages:
                log.error("The preview shows the last site that could be made: %s", message)
            log.debug("Why the site could not be made", exc_info=True)
            return tuple(_problem(message, config_file) for message in messages)
    return ()


@contextmanager
def _hearing() -> Iterator[_Heard]:
    heard, engines = _Heard(), [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    for engine in engines:
        engine.addHandler(heard)
    try:
        yield heard
    finally:
        for engine in engines:
            engine.removeHandler(heard)


def _problem(message: str, config_file: str) -> Problem:
    found = _LINE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    where = Where(file=config_file)
    return Problem(rule="build", severity="error", where=where, message=" ".join(message.split()), hint=_HINT, line=line, column=column)
