"""Jinja as the site needs it: strict, escaping, and quick with what is HTML already."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")


class _Code(CodeGenerator):
    """Escapes through `environment.shown`: most of what views hold is HTML, which `escape` would wrap anew each time."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.shown(")


class Templates(Environment):
    """The templates below some folders, the first folder first; what a view holds is never run as a template."""

    code_generator_class = _Code

    def __init__(self, folders: Sequence[Path]) -> None:
        loader = FileSystemLoader(folders)
        super().__init__(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False)

    @staticmethod
    def shown(value: Any) -> str:
        """*value* as it stands in a page: HTML as it is, anything else escaped."""
        kind = type(value)
        return value if kind is Markup or (kind is str and not _SPECIAL.search(value)) else escape(value)
