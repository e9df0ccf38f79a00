"""`python -m tests.themes`: what a designer may rely on, from the source into docs/pages/themes.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spotbrief import __version__

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/pages/themes.md"
TOKENS = ROOT / "templates/assets/site.css/15-tokens.css"
VIEWS = ROOT / "site_plugins/spotbrief/views"
HEAD = """\
# Tokens and templates

Made from the source by `make format`. *Since* is the version that brought a name.

Put a file `templates/assets/site.css/60-ours.css` into your desk, or name one under `extra_css`: what stands in no layer wins over our
layers `tokens`, `base`, `parts` and `pages`. A template of your own in `templates/` takes the place of ours with the same name, and sees
the fields below and nothing else.
"""

ELSEWHERE = {"TurnView": "article/turn.html"}
"""Views of templates that lie in a folder of their medium; that of a briefing has the same in all."""

Row = tuple[str, str, str]
"""Name, value or type, meaning."""


class Record(NamedTuple):
    """A class of the views: what it is, and its fields."""

    about: str
    fields: list[Row]


def page(before: str = "") -> str:
    """The page; a name that *before*, its last state, has already keeps its version."""
    since = dict(re.findall(r"^\| (`[^|]+`) \|.*\| ([^|]+) \|$", "\n".join(_keyed(before)), re.MULTILINE))
    parts = [HEAD, _table("Tokens", "tokens", "In `site.css/15-tokens.css`.", "value", list(tokens()), since)]
    records: dict[str, Record] = {}
    for name, record in _records():
        if name in records:
            raise ValueError(f"two records of the views are called {name}: {records[name].about} {record.about}")
        records[name] = record
    shown = [name for name in records if name.endswith("View") and name != "ProblemsView"]
    for name in shown:  # grows while it is walked
        shown += [other for other in dict.fromkeys(_inside(records[name], records)) if other not in shown]
    for name in shown:
        title = f"`{_template(name)}`" if name.endswith("View") else name
        parts.append(_table(title, name, records[name].about, "holds", records[name].fields, since))
    return "\n".join(parts)


def tokens() -> Iterator[Row]:
    """Every token, its value, and what is said of it."""
    for name, value, said in re.findall(r"^ +(--[\w-]+): ([^;]+);(?: /\* (.*?) \*/)?$", TOKENS.read_text("utf-8"), re.MULTILINE):
        yield name, f"`{value}`", said


def _records() -> Iterator[tuple[str, Record]]:
    for path in sorted(VIEWS.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and any(isinstance(mark, ast.Name) and mark.id == "record" for mark in node.decorator_list):
                yield node.name, Record((ast.get_docstring(node) or "").split("\n")[0], list(_fields(node)))


def _fields(node: ast.ClassDef) -> Iterator[Row]:
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            yield field.target.id, f"`{ast.unparse(field.annotation)}`".replace("|", "or"), " ".join(str(said).split())


def _inside(record: Record, records: dict[str, Record]) -> Iterator[str]:
    return (word for _, kind, _ in record.fields for word in re.findall(r"\w+", kind) if word in records)


def _template(view: str) -> str:
    return ELSEWHERE.get(view) or re.sub(r"(?<!^)(?=[A-Z])", "-", view.removesuffix("View")).lower() + ".html"


def _table(title: str, key: str, about: str, holds: str, rows: list[Row], since: dict[str, str]) -> str:
    lines = [f"| `{name}` | {kind} | {said} | {since.get(f'`{key}.{name}`', __version__)} |" for name, kind, said in rows]
    return (
        f"<!-- {key} -->\n## {title}\n\n{about}\n\n| name | {holds} | meaning | since |\n| --- | --- | --- | --- |\n"
        + "\n".join(lines)
        + "\n"
    )


def _keyed(text: str) -> Iterator[str]:
    key = ""
    for line in text.splitlines():
        if found := re.fullmatch(r"<!-- (\w+) -->", line):
            key = found[1]
        yield re.sub(r"^\| `", f"| `{key}.", line)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(PAGE.read_text("utf-8") if PAGE.exists() else ""), "utf-8")
