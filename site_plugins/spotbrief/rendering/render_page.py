"""Plans -> finished pages."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from markupsafe import Markup

from spotbrief.rendering.fragments import Fragments
from spotbrief.rendering.shell import Shell, ShellPage
from spotbrief.views.metadata import Head
from spotbrief.views.page import Plan

_NONE = Markup("")

Write = Callable[[str, bytes | bytearray], None]
"""Puts bytes at a path of the site."""


def shell_page(plan: Plan, hubs: Iterable[str], prefix: str = "") -> ShellPage:
    """The shell that a planned page is poured into; *prefix* stands before all addresses in its language."""
    hub = plan.path if plan.path in hubs else ""
    return ShellPage(section=plan.section, depth=plan.depth, has_contents=plan.has_contents, prefix=prefix, hub=hub)


def printed(plan: Plan, shell: Shell, fragments: Fragments, head: Head, prefix: str = "", languages: Markup = _NONE) -> tuple[str, bytes]:
    """Make, render and pour a planned page: its path below the site's root, and its bytes.

    The root of another language lies below *prefix*; *languages* are links to the same page in other languages.
    """
    page = plan.make()
    machines = head(plan.path, page)
    page = replace(page, head=page.head + machines.links + machines.head)
    content = fragments.render(page.template, page.view) + machines.data
    return f"{plan.path}index.html", shell.pour(page, f"{prefix}{plan.path}", content, languages).encode("utf-8")
