"""Numbers in words."""

from collections.abc import Mapping

from spotbrief.model.problem import Severity

SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "piece of advice"}
"""Each severity as one finding of it is called, the worst first."""


def counted(count: int, name: str) -> str:
    """`1 error`, `2 pieces of advice`, `3 entries`."""
    many = name.replace("piece", "pieces") if " of " in name else f"{name[:-1]}ies" if name.endswith("ry") else f"{name}s"
    return f"{count:,} {name if count == 1 else many}"


def severities(counts: Mapping[Severity, int]) -> str:
    """How many findings of each severity; empty where there are none."""
    return ", ".join(counted(counts[severity], name) for severity, name in SEVERITIES.items() if counts.get(severity))


def size(count: int) -> str:
    """Bytes as `812 kB` or `5.3 MB`."""
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} kB"
