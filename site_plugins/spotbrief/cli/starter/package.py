"""Where this Spotbrief came from, so that a desk installs the same one."""

import json
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import spotbrief

_OF_LANGUAGES = {"uk": "ukrainian"}
"""The extra that a language has."""


def requirement(source: str, languages: Iterable[str]) -> str:
    """A line of requirements.txt: Spotbrief with what draws cards, and what a desk in these *languages* needs.

    It is this version of a registry, or what is at *source*: `git+https://…@v1.2.0`, or the address of a wheel.
    """
    extras = ",".join(["cards", *sorted({extra for tag in languages if (extra := _OF_LANGUAGES.get(tag.partition("-")[0]))})])
    return f"spotbrief[{extras}] @ {source}" if source else f"spotbrief[{extras}]=={spotbrief.__version__}"


def source_of_this(known: str = "") -> str:
    """Where this Spotbrief was installed from, as it says itself (PEP 610); empty for a registry.

    A folder of this machine is no place that others can install from: there, what was *known* stays.
    """
    try:
        told = distribution("spotbrief").read_text("direct_url.json")
        direct: Any = json.loads(told) if told else {}
    except (PackageNotFoundError, ValueError):
        return known
    url, vcs = urlsplit(str(direct.get("url") or "")), direct.get("vcs_info")
    if url.scheme not in ("https", "ssh"):
        return known if url.scheme else ""
    bare = urlunsplit(url._replace(netloc=url.netloc.rpartition("@")[2] if url.scheme == "https" else url.netloc))
    return f"{vcs['vcs']}+{bare}@{vcs.get('requested_revision') or vcs['commit_id']}" if vcs else bare
