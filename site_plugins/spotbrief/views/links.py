"""Links of one page to the others, relative to where it lies."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Said
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.event import Event
from spotbrief.model.kinds import section_of
from spotbrief.model.source import Source
from spotbrief.reading.files import one_form
from spotbrief.views.marks import Marks, anchor
from spotbrief.views.spoken import attributes, of_text, of_title

quoted = lru_cache(maxsize=16384)(quote)
"""A piece of an address, percent-encoded; each is worked out once."""


def mail(address: str | None) -> Markup:
    """A link by which readers write; the address alone where it cannot be one, nothing without one."""
    if not address:
        return Markup("")
    return anchor(safe_url(f"mailto:{address}", frozenset({"mailto"})) or "", address)


def statement_anchor(said: Said) -> str:
    """Where a statement stands on a page that holds those of many briefings."""
    return f"statement:{said.briefing.id}:{said.key}" if said.briefing else f"statement:{said.key}"


def event_anchor(event: Event) -> str:
    """The anchor of an event on the page of a briefing."""
    return f"event:{event.id.rpartition(':')[2]}"


class Links:
    """Links for all pages that lie *depth* folders deep, or for texts that may lie anywhere, below *root*; each is made once.

    *marks* are those of the medium in which they stand.
    """

    def __init__(self, corpus: Corpus, depth: int = 0, root: str = "", marks: type[Marks] = Marks) -> None:
        self.corpus, self.words, self.marks, self._stand_alone = corpus, corpus.words, marks(corpus.words), bool(root)
        self.root = root or "../" * depth or "./"
        prefix = corpus.settings.prefix
        self.main = (root.removesuffix(prefix) if root else "../" * (depth + prefix.count("/"))) if prefix else self.root
        """The root of the whole site, where pictures and what other languages have lie."""
        self._named: dict[tuple[str, str], Markup] = {}
        self._pages: dict[tuple[str, str], str] = {}

    def to(self, path: str) -> str:
        """The address of a path of the site, such as `actors/`."""
        return self.root + quoted(path, "/#:")

    def thing(self, kind: str, id: str, anchor: str = "") -> str:
        """The address of a thing's page; empty where the site has none."""
        page = self._pages.get((kind, id))
        if page is None:
            page = self._pages[kind, id] = self._page_of(kind, id)
        return f"{page}#{quoted(anchor, ':')}" if anchor and page else page

    def _page_of(self, kind: str, id: str) -> str:
        elsewhere = self.corpus.desk.elsewhere
        is_elsewhere = bool(elsewhere) and kind == "briefings" and id in elsewhere
        if section_of(kind) not in self.corpus.settings.sections or (id not in getattr(self.corpus, kind) and not is_elsewhere):
            return ""
        root = f"{self.main}{elsewhere[id]}" if is_elsewhere else self.root
        if kind == "briefings" and self.corpus.desk.slugs:
            id = self.corpus.step(id)
        return f"{root}{kind}/{quoted(id)}/"

    def page(self, id: str) -> str:
        """The address of an ordinary page, in the language of the site where it has one."""
        pages = self.corpus.once(_pages_of)
        of, language = pages.get(id, (id, ""))
        wanted = self.corpus.settings.prefix.rstrip("/")
        root = self.root if (of, wanted) in pages.values() or not pages else f"{self.main}{language}{'/' if language else ''}"
        above, _, name = of.removesuffix(".md").rpartition("/")
        folder = above if name in ("index", "README") else of.removesuffix(".md")
        return root + quoted(f"{folder}/" if folder else "", "/#:")

    def original(self, id: str) -> tuple[str, str]:
        """The address of the original of a translated briefing, and what its language is called."""
        found, languages = self.corpus.desk.translated["briefings", id], self.corpus.settings.languages
        of = next((one for one in languages if one.tag == found.thing.language), languages[0])
        return self.in_language(of.tag, id), of.name

    def in_language(self, tag: str, id: str) -> str:
        """The address of a briefing that has a page in another language of the site."""
        prefix = "" if tag == self.corpus.settings.tags[0] else f"{tag}/"
        return f"{self.main}{prefix}briefings/{quoted(self.corpus.once(_slugs).get((tag, id), id))}/"

    def mention(self, typed: str) -> tuple[str, str]:
        """Address and name of what stands in double brackets: an actor's id, or `briefing:` or `public_event:` and an id."""
        kind, colon, id = typed.partition(":")
        if not colon:
            return self.thing("actors", typed), self.name("actors", typed)
        if kind == "public_event":
            event = self.corpus.briefings[id].public_event if id in self.corpus.briefings else None
            return self.thing("briefings", id, "section:public_event"), event.title if event else id
        return self.thing("briefings", id), self.name("briefings", id)

    def named(self, kind: str, id: str) -> Markup:
        """A thing's name, linked to its page; the id itself where it is a plain name."""
        if (kind, id) not in self._named:
            self._named[kind, id] = self.marks.link(self.thing(kind, id), self.written(kind, id))
        return self._named[kind, id]

    def written(self, kind: str, id: str) -> str:
        """Its name, with what says that it is in another language than the site."""
        name, briefing = self.name(kind, id), self.corpus.briefings.get(id) if kind == "briefings" else None
        said = attributes(briefing, self.corpus) if briefing and briefing.language else self.marked(kind, id)
        return self.spoken(said, name)

    def spoken(self, said: Markup, name: str) -> str:
        """A *name* with what is *said* of its language, where the medium knows how to say it."""
        return Markup("<span{}>{}</span>").format(said, name) if said and self.marks.markup is Markup else name

    def document(self, source: Source) -> Markup:
        """What a source is called, linked to where it is."""
        return self.marks.link(safe_url(source.url) or "", self.spoken(of_title(source, self.corpus), source.name))

    def marked(self, kind: str, id: str) -> Markup:
        """What says to browsers that the name of a thing is not translated; nothing for most."""
        if kind == "sources":
            return of_title(self.corpus.sources[id], self.corpus) if id in self.corpus.sources else Markup("")
        thing = getattr(self.corpus, kind).get(id) if self.corpus.desk.foreign else None
        return of_text(self.corpus, thing.origin.file, self.name(kind, id)) if thing and thing.origin else Markup("")

    def name(self, kind: str, id: str) -> str:
        """What a thing is called."""
        thing = getattr(self.corpus, kind).get(id)
        return str(getattr(thing, "name", None) or getattr(thing, "title", id)) if thing else id

    def all_named(self, kind: str, ids: Iterable[str]) -> Markup:
        """The names of several things, each linked."""
        return self.marks.markup(self.words.all_of(self.named(kind, id) for id in ids))

    def cast(self, ids: Iterable[str]) -> Markup:
        """The actors of an event; linked, unless the medium is read as it stands."""
        if self.marks.links_casts:
            return self.all_named("actors", ids)
        return self.marks.markup.escape(self.words.all_of(self.name("actors", id) for id in ids))

    def here(self, kind: str, id: str) -> str:
        """What goes before an anchor on a thing's own page: its address where texts may lie anywhere, nothing on the page itself."""
        return self.thing(kind, id) if self._stand_alone else ""

    def page_of(self, file: str) -> str:
        """Likewise for the page of what *file* holds."""
        return self.here(*self.corpus.files.get(one_form(file), ("", ""))) if self._stand_alone else ""


def _slugs(corpus: Corpus) -> dict[tuple[str, str], str]:
    """The last steps of addresses of translations that have one of their own, by language and id."""
    made = ((one, one.head) for one in corpus.desk.translations)
    return {(one.language, one.id): head.slug for one, head in made if head and head.slug}


def _pages_of(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """What each ordinary page is, and in which language, by its path; nothing where the site has but one language."""
    return {page.path: (page.of, page.language) for page in corpus.desk.pages} if corpus.settings.languages else {}
