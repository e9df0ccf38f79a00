"""A whole site being written, on all cores."""

from functools import partial

from spotbrief.jobs import Jobs
from spotbrief_mkdocs.printer import Printer


class Writing:
    """Begins at once with all that needs no shell, while the engine makes the shells."""

    def __init__(self, printer: Printer) -> None:
        self._printer, self._site = printer, printer.site
        soon = [output for output in self._site.outputs if not output.lists_pages]
        # Briefings come last, for the caller: what belongs to one lies together in memory. Lists, whose things lie everywhere, are
        # for helpers, which give back what they copied.
        last_first = reversed(range(len(self._site.plans)))
        self._jobs = Jobs(
            wide=[partial(printer.export, output) for output in soon if output.is_wide],
            early=[partial(printer.export, output) for output in soon if not output.is_wide],
            late=[partial(self._print, number) for number in last_first],
        )

    def finish(self) -> None:
        """Write all the rest."""
        self._jobs.finish()
        for output in self._site.outputs:
            if output.lists_pages:
                self._printer.export(output)
        if "search" in self._site.corpus.settings.sections:
            self._printer.index()

    def leave(self) -> None:
        """End at once, whatever is left."""
        self._jobs.leave()

    def _print(self, number: int) -> None:
        self._printer.page(number)
        for output in self._site.beside(self._site.plans[number]):
            self._printer.export(output)
