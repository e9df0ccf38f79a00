"""Jinja as the site needs it: strict, escaping, and quick.

A build reads a million attributes and calls a hundred thousand macros. Jinja's way of doing so takes several times as long
as Python's own, for the sake of dictionaries, contexts and volatile escaping, which views do not have.
"""

import os
from collections.abc import Callable, Sequence
from functools import cache, partial
from hashlib import sha256
from inspect import getfile
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, compiler
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Call, Expr, Getattr, Name, Template
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup
from platformdirs import user_cache_path

from spotbrief.rendering.phrases import phrases, spoken
from spotbrief.views.marks import bare, in_html
from spotbrief.words import labels
from spotbrief.words.words import Words


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


def unhurried(folders: Sequence[Path], words: Words, text: type[Markup] = Markup) -> Environment:
    """Jinja as it comes: slower, and it knows dictionaries, `is defined` and `default`, which templates of a desk may use."""
    finalize = None if text is Markup else text.escape
    made = Environment(loader=FileSystemLoader(folders), finalize=finalize, **_LIKE)  # type: ignore[arg-type]
    made.globals.update(phrases(words, text))
    return made


class Templates(Environment):
    """The templates below some folders, the first folder first; what a view holds is never run as a template.

    What is of the type *text* is written for the medium already; anything else is escaped as that type says. The templates are
    compiled for the language of *words*.
    """

    code_generator_class = _Code

    def __init__(self, folders: Sequence[Path], words: Words, text: type[Markup] = Markup) -> None:
        super().__init__(loader=FileSystemLoader(folders), bytecode_cache=compiled(text.__name__, words), **_LIKE)  # type: ignore[arg-type]
        self.globals.update(phrases(words, text))
        self.filters["striptags"] = bare
        self.words, self.text = words, text
        self.written = partial(str.__new__, text)  # what a macro made; the type itself would first ask whether it is
        self.shown = in_html if text is Markup else text.escape

    def _parse(self, source: str, name: str | None, filename: str | None) -> Template:
        return spoken(super()._parse(source, name, filename), self.words)

    def _generate(self, source: Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        """The code of a template, and with it what `names` says: to parse it again takes longer than to show it."""
        told = sorted({node.name for node in source.find_all(Name)}), list(set(find_referenced_templates(source)))
        return f"{super()._generate(source, name, filename, defer_init)}\nnames = {told!r}"

    def names(self, template: str) -> tuple[list[str], list[str | None]]:
        """The names that stand in a template, and the templates that it takes in; None for one that is known only when it runs."""
        return self.get_template(template).root_render_func.__globals__["names"]  # type: ignore[no-any-return]  # `_generate` put it there

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


def compiled(kind: str, words: Words) -> BytecodeCache | None:
    """Templates as they were compiled for one *kind* of environment and one language: else that takes half of a small build.

    They lie in the folder that the system has for what a user's programs may make again; None where nothing can be written there.
    """
    return _compiled(kind, getfile(type(words)), type(words).__qualname__, words.language, words.catalogues)


@cache
def _compiled(kind: str, file: str, words: str, language: str, catalogues: tuple[Path, ...]) -> BytecodeCache | None:
    rendering, texts = Path(__file__).parent, Path(labels.__file__).parent
    files = [*rendering.glob("*.py"), *filter(Path.is_file, texts.iterdir()), Path(compiler.__file__), Path(file), *catalogues]
    said = (f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in sorted(files))
    made = sha256("\n".join((kind, words, language, *said)).encode()).hexdigest()[:16]
    folder = user_cache_path("spotbrief", appauthor=False) / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder), f"{made}-%s.cache") if os.access(folder, os.W_OK) else None
