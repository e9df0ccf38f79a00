"""How a judgement stands since its publication, as the history of its file and its own later words tell."""

from urllib.parse import urlsplit

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.record import record

SHORT = 10
"""Signs of a commit that are said; how many git itself says depends on the clone."""

_WAYS = {"gitlab": "-/commit", "bitbucket": "commits"}
"""Below the address of a repository: the way to a commit, by a part of the host's name where it is not `commit`."""


@record
class Since:
    """Since a commit nothing was changed in silence."""

    commit: str
    """The whole hash."""
    url: str
    """Where readers see that commit; empty where the desk names no repository."""
    changes: int
    """Later words and corrections; 0 for what stands as it was published."""


def since_publication(expected: Expected, corpus: Corpus) -> Since | None:
    """None where nothing is known, or something was changed in silence."""
    kept = corpus.desk.kept.get(expected.id) if corpus.desk.kept and not expected.taken_down else None
    if not kept:
        return None
    later = sum(not call.taken_down for call in expected.calls[1:])
    return Since(commit=kept.commit, url=_commit_url(corpus.settings.repo_url, kept.commit), changes=later + kept.corrected)


def _commit_url(repository: str, commit: str) -> str:
    if not safe_url(repository):
        return ""
    host = urlsplit(repository).hostname or ""
    way = next((way for name, way in _WAYS.items() if name in host), "commit")
    return f"{repository.rstrip('/').removesuffix('.git')}/{way}/{commit}"
