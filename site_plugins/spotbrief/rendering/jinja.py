"""Jinja as the site needs it: strict, escaping, and quick.

A build reads a million attributes and calls a hundred thousand macros. Jinja's way of doing so takes several times as long
as Python's own, for the sake of dictionaries, contexts and volatile escaping, which views do not have.
"""

import os
import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, compiler
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.nodes import Call, Expr, Getattr
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")


class _Code(CodeGenerator):
    """Attributes and calls become Python's own; what is written already is not looked at by `escape`, which would wrap it anew."""

    @optimizeconst
    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    @optimizeconst
    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.write("environment.with_keywords(context, ")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self.visit(node.node, frame)
            self.write("(")
            for argument in node.args:
                self.visit(argument, frame)
                self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.quick(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return environment.written(concat({frame.buffer}))")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("(shown if (shown := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(").__class__ is environment.text else environment.shown(shown))")


_LIKE = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}
"""What both kinds of environment have in common."""


def unhurried(folders: Sequence[Path], text: type[Markup] = Markup) -> Environment:
    """Jinja as it comes: slower, and it knows dictionaries, `is defined` and `default`, which templates of a desk may use."""
    finalize = None if text is Markup else text.escape
    return Environment(loader=FileSystemLoader(folders), finalize=finalize, **_LIKE)  # type: ignore[arg-type]


class Templates(Environment):
    """The templates below some folders, the first folder first; what a view holds is never run as a template.

    What is of the type *text* is written for the medium already; anything else is escaped as that type says.
    """

    code_generator_class = _Code

    def __init__(self, folders: Sequence[Path], text: type[Markup] = Markup) -> None:
        super().__init__(loader=FileSystemLoader(folders), bytecode_cache=compiled(text.__name__), **_LIKE)  # type: ignore[arg-type]
        self.text = text
        self.written = partial(str.__new__, text)  # what a macro made; the type itself would first ask whether it is
        self.shown = _in_html if text is Markup else text.escape

    @staticmethod
    def quick(macro: Macro) -> Callable[..., Any]:
        """The function of *macro* itself, for calls that name no arguments."""
        if macro.caller or macro.catch_kwargs or macro.catch_varargs:
            return macro
        function: Any = macro._func
        function.__defaults__ = (missing,) * len(macro.arguments)
        function.macro = macro
        return function  # type: ignore[no-any-return]

    @staticmethod
    def with_keywords(context: Any, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call that names arguments, as Jinja does it."""
        return context.call(getattr(called, "macro", called), *args, **kwargs)


def _in_html(value: Any) -> str:
    return value if value.__class__ is str and not _SPECIAL.search(value) else escape(value)


@cache
def compiled(kind: str) -> BytecodeCache | None:
    """Templates as they were compiled, for one *kind* of environment: to compile them takes half as long as to build a small site.

    They lie in a folder for temporary files that only this user may write to; None where the system has no such place.
    """
    made = "".join(f"{stat.st_mtime_ns:x}{stat.st_size:x}" for stat in map(os.stat, (__file__, compiler.__file__)))
    try:
        return FileSystemBytecodeCache(pattern=f"spotbrief-{kind}-{made}-%s.cache")
    except (OSError, RuntimeError):
        return None
