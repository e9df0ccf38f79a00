"""A build by the engine for `spotbrief build`, which reads its messages: `python -m spotbrief_mkdocs.run mkdocs.yml site [--strict]`."""

import logging
import sys
from typing import Literal

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from spotbrief.building.messages import Message, Note, Step, line_of


class _Messages(logging.Handler):
    """Gives whatever is logged on as messages: ours as they are, and the engine's words."""

    def emit(self, record: logging.LogRecord) -> None:
        _say(getattr(record, "told", None) or Note(severity=_severity(record.levelno), text=self.format(record)))


def _severity(level: int) -> Literal["error", "warning", "info"]:
    if level < logging.WARNING:
        return "info"
    return "error" if level >= logging.ERROR else "warning"


def _say(message: Message) -> None:
    print(line_of(message), flush=True)


def main() -> None:
    """What the engine's own command does, without its log."""
    config_file, site, *options = sys.argv[1:]
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(_Messages())
    try:
        config = load_config(config_file=config_file, site_dir=site, strict=bool(options) or None)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        error.show()
        sys.exit(1)
    _say(Step(name="done"))


if __name__ == "__main__":
    main()
