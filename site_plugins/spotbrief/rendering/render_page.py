"""Plans -> finished pages."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from spotbrief.rendering.fragments import Fragments
from spotbrief.rendering.shell import Shell, ShellPage
from spotbrief.views.metadata import Head
from spotbrief.views.page import Plan

Write = Callable[[str, bytes | bytearray], None]
"""Puts bytes at a path of the site."""


def shell_page(plan: Plan, hubs: Iterable[str]) -> ShellPage:
    """The shell that a planned page is poured into."""
    hub = plan.path if plan.path in hubs else ""
    return ShellPage(section=plan.section, depth=plan.depth, has_contents=plan.has_contents, hub=hub)


def printed(plan: Plan, shell: Shell, fragments: Fragments, head: Head) -> tuple[str, bytes]:
    """Make, render and pour a planned page: its path below the site's root, and its bytes."""
    page = plan.make()
    machines = head(plan.path, page)
    page = replace(page, head=page.head + machines.head)
    content = fragments.render(page.template, page.view) + machines.data
    return f"{plan.path}index.html", shell.pour(page, plan.path, content).encode("utf-8")
