"""`spotbrief explain`."""

from collections.abc import Iterator

import click

from spotbrief.checks.explanations import FRONT_MATTER, TEXT, Example, Explanation, explained, explanation
from spotbrief.reading.fields import did_you_mean, nearest

_PLACES = {FRONT_MATTER: "in the front matter of a briefing", TEXT: "in the text of a briefing"}


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what RULE asks for and why, with an example of what breaks it and of what keeps it; without RULE, list them all.

    The id of a rule stands in square brackets in each line of `spotbrief check`.
    """
    if rule is None:
        click.echo("\n".join(_row(explanation(one)) for one in explained()))
    elif rule in explained():
        click.echo("\n".join(_lines(explanation(rule))))
    else:
        hint = did_you_mean(rule, explained()) if nearest(rule, explained()) else "spotbrief explain lists all rules"
        raise click.ClickException(f"there is no rule '{rule}'; {hint}")


def _row(one: Explanation) -> str:
    return f"{one.rule:<30} {one.severity:<8} {one.what}"


def _lines(one: Explanation) -> Iterator[str]:
    yield click.style(one.rule, bold=True) + f" ({one.severity})"
    yield from ("", one.what, one.why)
    for word, example in (("Wrong", one.wrong), ("Right", one.right)):
        yield from _example(word, example)
    if one.beside:
        yield from ("", f"Beside it: {', '.join(one.beside)}.")


def _example(word: str, example: Example) -> Iterator[str]:
    for place, text in example.items():
        yield from ("", f"{word}, {_PLACES.get(place, f'in {place}')}:", "")
        yield from (f"    {line}".rstrip() for line in text.splitlines())
