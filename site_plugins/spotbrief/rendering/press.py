"""Plans -> finished pages, on all cores."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spotbrief.parallel import scatter
from spotbrief.rendering.fragments import Fragments
from spotbrief.rendering.shell import Shell, ShellPage
from spotbrief.views.heads import Head
from spotbrief.views.page import Plan

Write = Callable[[str, bytes | bytearray], None]
"""Puts bytes at a path of the site."""

AT_ONCE = 500
"""Pages of a very large site that one process makes."""


def shell_page(plan: Plan, hubs: Iterable[str]) -> ShellPage:
    """The shell that a planned page is poured into."""
    hub = plan.path if plan.path in hubs else ""
    return ShellPage(section=plan.section, depth=plan.depth, has_contents=plan.has_contents, hub=hub)


def press(plans: Sequence[Plan], shells: Sequence[Shell], fragments: Fragments, head: Head, write: Write) -> None:
    """Make, render, pour and write every planned page; *shells* has the shell of each."""

    def share(some: Sequence[int]) -> None:
        for number in some:
            write(*_printed(plans[number], shells[number], fragments, head))

    scatter(share, range(len(plans)), most=AT_ONCE)


def _printed(plan: Plan, shell: Shell, fragments: Fragments, head: Head) -> tuple[str, bytes]:
    page = plan.make()
    machines = head(plan.path, page)
    page = replace(page, head=page.head + machines.head)
    content = fragments.render(page.template, page.view) + machines.data
    return f"{plan.path}index.html", shell.pour(page, plan.path, content).encode("utf-8")
