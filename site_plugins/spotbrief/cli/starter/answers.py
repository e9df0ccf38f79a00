"""What a new desk is asked, and what it answered."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import click

from spotbrief.model.record import record

RECORD = ".spotbrief.json"
"""Where a desk keeps its answers, and which of its files it has as they were written."""


@record
class Answers:
    """What differs from desk to desk."""

    name: str
    timezone: str = "UTC"
    address: str = ""
    repository: str = ""
    language: str = "en"
    """One, or several with commas between them, the first of the site first."""
    scale: str = "icd203"
    source: str = ""
    """Where pip installs Spotbrief from; empty for a registry."""
    texts: str = ""
    """What it begins with: `sample`, or nothing for the forms of a desk of its own."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of its languages, at least one."""
        return tuple(dict.fromkeys(tag for typed in self.language.split(",") if (tag := typed.strip()))) or ("en",)


@record
class Begun:
    """How a desk began, or was last brought up to date."""

    answers: Answers
    files: dict[str, str]
    """A digest of each file as it was written, by its path."""


def read_record(root: Path) -> Begun:
    """What *root* keeps. Raises ClickException where it keeps nothing that can be used."""
    try:
        kept: Any = json.loads((root / RECORD).read_text("utf-8"))
        known = {field.name for field in fields(Answers)}
        answers = Answers(**{name: str(value) for name, value in kept["answers"].items() if name in known})
        return Begun(answers=answers, files={str(path): str(digest) for path, digest in kept["files"].items()})
    except FileNotFoundError:
        raise click.ClickException(
            f"there is no {RECORD} here: a desk that 'spotbrief new desk' began in an empty folder has one"
        ) from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise click.ClickException(f"{RECORD} cannot be read: take back what git has of it") from None


def write_record(root: Path, begun: Begun) -> None:
    """Keep it."""
    kept = {"answers": asdict(begun.answers), "files": dict(sorted(begun.files.items()))}
    (root / RECORD).write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
