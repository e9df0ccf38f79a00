"""Where this Spotbrief came from, so that a desk installs the same one."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import spotbrief

WITH = "spotbrief[cards]"
"""What a desk installs: Spotbrief, and what draws cards."""


def requirement(source: str) -> str:
    """A line of requirements.txt: this version of a registry, or what is at *source*: `git+https://…@v1.2.0`, or the address of a wheel."""
    return f"{WITH} @ {source}" if source else f"{WITH}=={spotbrief.__version__}"


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
