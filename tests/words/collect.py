"""What translators have to say: every phrase that templates, Python and scripts ask for.

Templates and scripts ask by `_("…")` and `count(…, "one", "many")`; Python asks `words("…")`, `words.within("context", "…")` and
`words.count(…)`, or marks a table by `phrases(…)`.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from spotbrief.corpus import withdrawn
from spotbrief.exports import llms
from spotbrief.exports.search import record as record_of_search
from spotbrief.model import kinds
from spotbrief.model.record import record
from spotbrief.model.settings import AUDIENCES
from spotbrief.reading.settings import SCALES, scale_named
from spotbrief.views import actors, ended, facets, feed_links, folds, search, track_record_findings, track_record_parts, trust
from spotbrief.views.structured import breadcrumb
from spotbrief.words import labels

ROOT = Path(__file__).parents[2]
_JS = r'"((?:[^"\\]|\\.)*)"'
_SCRIPT = re.compile(rf"(?<![\w.])_\({_JS}")
_COUNTED = re.compile(rf"(?<![\w.])_n\({_JS}, {_JS}\)")


@record
class Asked:
    """A phrase, and where it is asked for."""

    text: str
    many: str = ""
    context: str = ""
    file: str
    line: int


TABLES: Mapping[str, Sequence[object]] = {
    "words/labels.py": [table for name, table in vars(labels).items() if name.isupper() and isinstance(table, dict)],
    "model/settings.py": [AUDIENCES],
    "model/kinds.py": [(kind.title, kind.label) for kind in kinds.KINDS.values()],
    "corpus/withdrawn.py": [withdrawn.GONE, withdrawn.FOR_THE_RECORD, withdrawn.JUDGEMENT],
    "exports/llms.py": [row[1:] for row in (*llms.SECTIONS, *llms.DATA)],
    "exports/search/record.py": [record_of_search.FACETS, record_of_search.RESULTS],
    "views/actors.py": [actors.HEADINGS],
    "views/ended.py": [ended.WHY_NOT],
    "views/facets.py": [facets.LABELS, facets.HORIZONS, facets.WHICH],
    "views/feed_links.py": [feed_links.NAMES],
    "views/search.py": [[name for _, name in search.TABS.values()], [name for rows in search.PLACES.values() for _, name in rows]],
    "views/track_record_findings.py": [track_record_findings.TELLING, track_record_findings.SAME],
    "views/track_record_parts.py": [track_record_parts.CAPTIONS, track_record_parts.FIRST],
    "views/trust.py": [trust.HEADINGS],
    "views/structured/breadcrumb.py": [breadcrumb.HUBS],
    "reading/scales": [[term.term for term in scale_named(name, ROOT).terms] for name in SCALES],
}
"""What is asked for where it cannot be seen at once: by the file, the texts of its tables."""


COUNTED: Mapping[str, Iterable[tuple[str, str]]] = {"views/folds.py": folds.COUNTED.values()}
"""Tables of words that stand behind a number: by the file, one of each and many."""


def _of_tables() -> Iterator[Asked]:
    for file, pairs in COUNTED.items():
        yield from (Asked(text=one, many=many, file=f"site_plugins/spotbrief/{file}", line=1) for one, many in pairs)
    for file, tables in TABLES.items():
        yield from (Asked(text=text, file=f"site_plugins/spotbrief/{file}", line=1) for table in tables for text in _flat(table) if text)


def _flat(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping | Sequence):
        for one in table.values() if isinstance(table, Mapping) else table:
            yield from _flat(one)


def everything() -> list[Asked]:
    """All phrases of the program, each as often as it is asked for, in the order of files."""
    return [
        *(one for path in _files("templates", (".html", ".md", ".svg")) for one in _of_template(path)),
        *(one for path in _files("templates", (".js",)) for one in _of_script(path)),
        *(one for path in _files("site_plugins", (".py",)) for one in _Module(path).asked()),
        *_of_tables(),
    ]


def _files(folder: str, endings: tuple[str, ...]) -> Iterable[Path]:
    return (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in endings and path.is_file())


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _of_template(path: Path) -> Iterator[Asked]:
    for call in Environment().parse(path.read_text("utf-8")).find_all(nodes.Call):
        texts = [arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "count") and texts:
            yield Asked(text=texts[0], many=texts[1] if call.node.name == "count" else "", file=_name(path), line=call.lineno)


def _of_script(path: Path) -> Iterator[Asked]:
    text = path.read_text("utf-8")
    for found in (*_SCRIPT.finditer(text), *_COUNTED.finditer(text)):
        said = [re.sub(r"\\(.)", r"\1", part) for part in found.groups()]
        yield Asked(text=said[0], many=said[1] if said[1:] else "", file=_name(path), line=text.count("\n", 0, found.start()) + 1)


class _Module:
    """One file of Python: its tables may be named where they are asked for."""

    def __init__(self, path: Path) -> None:
        self._file, self._tree = _name(path), ast.parse(path.read_text("utf-8"))
        self._tables = {target.id: value for target, value in _assigned(self._tree)}

    def asked(self) -> Iterator[Asked]:
        """Its phrases."""
        for call in ast.walk(self._tree):
            if isinstance(call, ast.Call):
                yield from self._of_call(call, _called(call.func))

    def _of_call(self, call: ast.Call, name: str) -> Iterator[Asked]:
        args, line = call.args, call.lineno
        if not args:
            return
        if name in ("count", "count_of") and len(args) > 1:
            pairs = [text for arg in args[1:] for text, _ in self._texts(arg)]
            if len(pairs) == 2:
                yield Asked(text=pairs[0], many=pairs[1], file=self._file, line=line)
        elif name == "within" and len(args) > 1:
            yield from self._said(args[1], next((text for text, _ in self._texts(args[0])), ""))
        elif name == "phrases":
            yield from self._said(args[0], next((text for arg in args[1:] for text, _ in self._texts(arg)), ""))
        elif name in ASKING or (name == "_say" and "/words/" in self._file) or (name == "self" and self._file.endswith("words/words.py")):
            yield from self._said(args[0], "")

    def _said(self, value: ast.expr, context: str) -> Iterator[Asked]:
        for text, line in self._texts(value):
            yield Asked(text=text, context=context, file=self._file, line=line)

    def _texts(self, value: ast.expr) -> Iterator[tuple[str, int]]:
        match value:
            case ast.Constant(value=str(text)):
                yield text, value.lineno
            case ast.Name(id=name) if name in self._tables:
                yield from self._texts(self._tables[name])
            case ast.Subscript(value=table):
                yield from self._texts(table)
            case ast.IfExp(body=one, orelse=other):
                yield from (*self._texts(one), *self._texts(other))
            case ast.Dict(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
                yield from (found for one in values for found in self._texts(one))
            case ast.Starred(value=inner):
                yield from self._texts(inner)
            case ast.Call(func=ast.Name(id="phrases"), args=[table, *_]):
                yield from self._texts(table)


ASKING = {"words", "_words", "each", "say", "phrase"}
"""Names by which Python asks for a phrase."""


def _assigned(tree: ast.Module) -> Iterator[tuple[Any, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target, node.value


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
