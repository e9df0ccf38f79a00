"""Desks with a history in git: each commit has the day that a test gives it."""

import json
import os
import subprocess
from typing import Any

from tests.cli.run import run
from tests.desks import Desk

ROUND = """\
  - id: round
    text: A second round takes place.
    likelihood: likely
    probability: 0.7
    confidence: moderate
    by: 2025-05-31
    criteria: Both meet in one place.
    group: What comes after the first round?
    base_rate: {probability: 0.4, of: Rounds since 2014}
"""
REVISED = "    revisions: [{when: 2025-03-10, likelihood: very likely, why: A place was named.}]\n"
ENDED = "    resolution: {outcome: happened, when: 2025-05-16}\n"
CORRECTED = (
    "corrections: [{when: 2025-03-20, was: Wrong., now: Right., text: 'So much of the judgement `round`: its text, id, group, criteria,"
    " date, base rate, likelihood, probability, confidence and revision.'}]\n"
)


def talks(judgements: str = ROUND, more: str = "", published: str = "2025-03-03", prose: str = "Talks.") -> str:
    """A briefing that expects something."""
    return f"---\ntitle: Talks\npublished: {published}\n{more}what_to_expect:\n{judgements}---\n{prose}\n"


class History:
    """A desk whose commits have the days that a test gives them."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.root = desk, desk.root
        self._git("2025-02-01", "init", "-q", "-b", "main")
        self.commit("2025-02-01")

    def _git(self, day: str, *arguments: str) -> str:
        when = f"{day}T20:00:00+00:00" if len(day) == 10 else day
        names = {"GIT_AUTHOR_NAME": "Desk", "GIT_COMMITTER_NAME": "Desk", "GIT_AUTHOR_EMAIL": "d@e.org", "GIT_COMMITTER_EMAIL": "d@e.org"}
        environment = {**os.environ, **names, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
        return subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True, env=environment).stdout

    def commit(self, day: str, **texts: str | None) -> str:
        """Write *texts* by the stems of their files, or delete them, and commit all; gives the commit."""
        for name, text in texts.items():
            path = f"briefings/{name.replace('_yml', '.yml') if name.endswith('_yml') else f'{name}.md'}"
            if text is None:
                (self.root / path).unlink()
            else:
                self.desk.write(path, text)
        self._git(day, "add", "-A")
        self._git(day, "commit", "-q", "--allow-empty", "-m", "All")
        return self._git(day, "rev-parse", "HEAD").strip()

    def at(self, day: str, *arguments: str) -> str:
        """Anything else, on a day or at a moment."""
        return self._git(day, *arguments)

    def git(self, *arguments: str) -> str:
        """Anything else."""
        return self._git("2025-05-01", *arguments)

    def findings(self) -> list[dict[str, Any]]:
        """What the command says for machines."""
        done = run(self.desk, "audit", "--format", "json")
        said: list[dict[str, Any]] = json.loads(done.output)["findings"]
        assert done.exit_code == (1 if said else 0)
        return said

    def kinds(self) -> list[tuple[str, str]]:
        """Each finding by its field and its kind."""
        return sorted((one["field"], one["kind"]) for one in self.findings())
