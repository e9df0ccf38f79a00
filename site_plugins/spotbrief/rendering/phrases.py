"""The phrases of templates: `_("…")` and `count(…)`, said in the language that the templates are compiled for.

A phrase is text of its template, as if it stood there bare; only what fills its {braces} is escaped. Where a phrase is shown, it is
looked up when the template is compiled, so that a page pays nothing for it.
"""

from collections.abc import Callable, Iterator
from string import Formatter
from typing import Any

from jinja2.nodes import Call, Const, Expr, Name, Node, Output, Template, TemplateData
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from spotbrief.words.words import Words


def phrases(words: Words, text: type[Markup] = Markup) -> dict[str, Callable[..., str]]:
    """What templates ask *words* by, when a page is made; a phrase is of the type *text*."""

    def phrase(said: str, /, **named: object) -> Markup:
        said = text(words(said))
        return said.format(**named) if named else said

    return {"_": phrase, "count": words.count}


def spoken(template: Template, words: Words) -> Template:
    """*template* with what *words* say in place of its constant phrases."""
    return _Phrases(words).visit(template)  # type: ignore[no-any-return]


class _Phrases(NodeTransformer):
    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Output(self, node: Output) -> Node:
        node.nodes = [piece for child in node.nodes for piece in self._pieces(child)]
        return self.generic_visit(node)

    def visit_Call(self, node: Call) -> Node:
        """A phrase that a macro gets, say, is plain text where nothing in it would be escaped."""
        if (said := _constant(node)) and not node.kwargs and escape(text := self._words(said)) == text:
            return Const(text, lineno=node.lineno)
        return self.generic_visit(node)

    def _pieces(self, node: Expr) -> Iterator[Expr]:
        """The text of a phrase, and what is named between."""
        said = _constant(node)
        if not said or not isinstance(node, Call):
            yield node
            return
        named = {pair.key: pair.value for pair in node.kwargs}
        for text, name, *_ in Formatter().parse(self._words(said)) if named else [(self._words(said), None)]:
            yield TemplateData(text, lineno=node.lineno)
            if name is not None:
                yield named[name]


def _constant(node: Any) -> str:
    """The phrase that *node* asks for as `_("…")` does; empty for anything else."""
    if not isinstance(node, Call) or not isinstance(node.node, Name) or node.node.name != "_" or node.dyn_args or node.dyn_kwargs:
        return ""
    match node.args:
        case [Const(value=str(said))]:
            return said
    return ""
