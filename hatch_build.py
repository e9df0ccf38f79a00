"""Puts the sample desk into what is built, and no other desk: a private one must never leave with the package."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SAMPLE = ("briefings", "content", "mkdocs.yml")
_ITS_NAME = "site_name: Example Desk\n"
"""A copy of this repository that became somebody's desk says another."""


class SampleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the sample to wheels and source archives."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names the files of the sample, for `spotbrief new desk --sample`; where the repository itself is installed, it has them."""
        root, target = Path(self.root), "" if self.target_name == "sdist" else "spotbrief/sample/"
        settings = root / "mkdocs.yml"
        if version != "editable" and settings.is_file() and _ITS_NAME in settings.read_text("utf-8"):
            build_data["force_include"] |= {str(root / name): f"{target}{name}" for name in SAMPLE}
