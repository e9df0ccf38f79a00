"""`spotbrief new`: files that an editor goes on from."""

from collections.abc import Iterable

import click

from spotbrief.cli.new.briefing import briefing
from spotbrief.cli.new.desk import desk
from spotbrief.cli.new.page import page
from spotbrief.cli.new.thing import THINGS
from spotbrief.cli.translate import translate
from spotbrief.reading.fields import nearest


class _BriefingFirst(click.Group):
    """`new "Title"` means `new briefing "Title"`, which is what editors type every day."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            _refuse_slip(args[0], self.commands)
            args = ["briefing", *args]
        return super().parse_args(ctx, args)


def _refuse_slip(word: str, commands: Iterable[str]) -> None:
    """Raise UsageError for a word that is nearly a command: no title is so short and small."""
    if word.islower() and word.isalpha() and (near := nearest(word, commands, 0.7)):
        raise click.UsageError(
            f"did you mean 'spotbrief new {near}'? A briefing of that title is written by: spotbrief new briefing {word}"
        )


@click.group(cls=_BriefingFirst)
def new() -> None:
    """Write a new briefing, actor, topic or anything else that a desk names, or begin a desk of your own.

    `spotbrief new "Talks in Riyadh"` is short for `spotbrief new briefing "Talks in Riyadh"`. No file is ever overwritten.
    """


for _command in (briefing, *THINGS, page, desk):
    new.add_command(_command)
new.add_command(translate, "translation")
