"""What a kind of page gives: plans for its pages, and pages made from them."""

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from spotbrief.model.record import record

Thing = tuple[str, str]
"""Kind and id."""


@record
class Heading:
    """One entry of a page's table of contents."""

    anchor: str
    title: str


@record
class Page:
    """Everything a page is made of; *view* is the whole context of *template*."""

    title: str
    description: str
    template: str
    view: object
    head: Markup = Markup("")
    """Further elements of the page's head."""
    contents: tuple[Heading, ...] = ()
    lists: tuple[Thing, ...] = ()
    """The things that it lists, in order."""

    @property
    def kind(self) -> str:
        """What styles call pages of its kind: the body has the class `page-` and this."""
        return self.template.removesuffix(".html")


@record
class Plan:
    """A page that will be made: its address is known before any page is rendered, so that a clash can be reported."""

    path: str
    """Relative to the site's root, ending in `/`; empty for the front page."""
    section: str
    """The part of the site it belongs to: the shell it is poured into."""
    make: Callable[[], Page]
    updated: date | None = None
    has_contents: bool = False

    @property
    def depth(self) -> int:
        """How many folders deep the page lies."""
        return self.path.count("/")
