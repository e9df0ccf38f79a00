"""Which page of a preview a problem concerns."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.site import Site
from spotbrief.model.kinds import KINDS, section_of
from spotbrief.model.problem import Problem
from spotbrief.reading.files import TEXTS, one_form
from spotbrief.reading.reference import meant_kind, reference_kind
from spotbrief.reading.translation_file import language_in


class ProblemPages:
    """The addresses of pages, by the files they are made of."""

    def __init__(self, site: Site, ordinary: Mapping[str, str]) -> None:
        """*ordinary* has the addresses of the ordinary pages."""
        self._corpus, self._ordinary = site.corpus, ordinary
        self._planned = {plan.path for plan in site.plans}
        spoken = ((other.prefix, other.key(plan.path), plan.path) for other in site.others for plan in other.plans)
        self._spoken = {f"{prefix}{key}": f"{prefix}{path}" for prefix, key, path in spoken}

    def of(self, problem: Problem) -> str:
        """The address of the page, relative to the site's root; empty for the front page, where all else is shown."""
        file = one_form(problem.where.file)
        if file in self._ordinary:
            return self._ordinary[file]
        kind, id = self._corpus.files.get(file) or _thing(problem, self._corpus)
        own, all_of_kind = f"{kind}/{id}/", f"{kind}/"
        language = language_in(file.rpartition(".")[0], self._corpus.settings.tags)[1]
        if language and (there := self._spoken.get(f"{language}/{own}")):
            return there
        unmade = kind == "briefings" and file.lower().endswith(tuple(TEXTS))
        if id and kind and (own in self._planned or unmade):
            return own
        shown_at = KINDS[kind].shown_at if kind in KINDS else ""
        return next((path for path in (all_of_kind, shown_at, f"{section_of(kind)}/") if path in self._planned), "")

    def without(self, problems: Sequence[Problem]) -> dict[str, str]:
        """Addresses of briefings of which nothing can be shown yet, with their files."""
        found = {self.of(one): one.where.file for one in problems if one.severity == "error" and one.where.file not in self._ordinary}
        return {
            path: file
            for path, file in found.items()
            if path.startswith("briefings/") and path.count("/") == 2 and path not in self._planned
        }


def _thing(problem: Problem, corpus: Corpus) -> tuple[str, str]:
    file, desk = problem.where.file, corpus.desk
    if file.startswith(f"{desk.briefings_folder}/"):
        return "briefings", PurePosixPath(file).stem
    path = file.removeprefix(f"{desk.content_folder}/")
    kind = (reference_kind(path) or meant_kind(path) or "") if path != file else ""
    first = problem.where.pointer[0] if problem.where.pointer else ""
    return kind, PurePosixPath(path).stem if "/" in path else str(first)
