"""A desk that is made from the model: every field of every kind filled, each with a token of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass
from datetime import date, timedelta
from functools import partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from spotbrief.model.fields import Likelihood, Probability, Truth
from spotbrief.model.kinds import KINDS
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import REFERENCES, Mark, Sort
from spotbrief.model.source import SourceRef
from tests.desks import PNG

SKIPPED = frozenset({"origin"})
"""What no editor types."""

WORDS = {
    "status": {"Briefing": "published", "PublicEvent": "cancelled", "Storyline": "closed"},
    "kind": {"Briefing": "explainer", "Correction": "retraction"},
    "nature": {"Takeaway": "assumption"},
}
"""Words of lists that are told apart from others of the site; of the rest the last is taken."""

EARLIER = """\
title: Earlier
published: 2025-03-01
body: A text.
what_to_expect: [{id: rain, text: It rains, likelihood: unlikely, by: 2026-12-31}]
"""

Say = Callable[[str, Mark], str]
"""Makes the words of a text of a sort from its token."""


@dataclass
class Filled:
    """The fields that were filled: by kind and way, the forms by which each is known in an output."""

    fields: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    sorts: dict[tuple[str, str], Sort] = field(default_factory=dict)
    """Of the fields that say of what sort they are."""
    called: dict[tuple[str, str], str] = field(default_factory=dict)
    """What the last of its sorts is called: that of a text may say that it is no words of its own."""
    files: dict[str, str | bytes] = field(default_factory=dict)
    """What the fields lead to, by path."""


class Filler:
    """Fills things of one desk."""

    def __init__(self, say: Say, mark: str = "zq", *, start: date = date(2025, 3, 3)) -> None:
        self.filled, self._say, self._mark, self._day, self._count = Filled(), say, mark, start, 0

    def thing(self, kind: str) -> dict[str, Any]:
        """A thing of a kind with all its fields."""
        return self._record(KINDS[kind].thing, kind, "")

    def _token(self) -> str:
        self._count += 1
        return f"{self._mark}{self._count:04d}"

    def _record(self, cls: Any, kind: str, at: str) -> dict[str, Any]:
        skipped = SKIPPED if at else {*SKIPPED, "id"}
        hints = get_type_hints(cls, include_extras=True)
        return {name: self._value(hint, kind, f"{at}{name}", cls) for name, hint in hints.items() if name not in skipped}

    def _value(self, hint: Any, kind: str, at: str, cls: Any) -> Any:
        origin, inner = get_origin(hint), get_args(hint)
        if hint is Prose:
            self.filled.called[kind, at] = Sort.BODY.value
            return self._leaf(Mark(Sort.BODY), kind, at)
        if hint == Probability:
            return self._known(kind, at, "0.7", "70", "0.7")
        if hint in (Likelihood, Likelihood | None):
            return self._known(kind, at, "likely", "likely")
        if hint == Truth:
            return "false"
        if origin is Annotated:
            sorts = [one for one in inner if isinstance(one, Mark) and one.sort is not Sort.PICTURE]
            self.filled.called.update(((kind, at), one.sort.value) for one in sorts)
            marks = [one for one in sorts if one.sort not in (Sort.TERM, Sort.AS_IT_STANDS)]
            return self._leaf(marks[-1], kind, at) if marks else self._value(inner[0], kind, at, cls)
        if origin in (Union, UnionType):
            return self._value(_fullest(inner), kind, at, cls)
        if origin is tuple:
            first, *others = _ways(inner[0])
            return [self._value(first, kind, f"{at}[]", cls), *(self._value(way, kind, f"{at}[later]", cls) for way in others)]
        if origin is dict:
            key = "diplomats" if at == "implications" else "wikidata"
            return {key: self._value(inner[1], kind, at, cls)}
        if origin is Literal:
            word = WORDS.get(at.rpartition(".")[2].removesuffix("[]"), {}).get(cls.__name__, inner[-1])
            return self._known(kind, at, word, word, word.replace("_", " "), word.replace("_", "-"))
        if is_dataclass(hint):
            return self._record(hint, kind, f"{at}.")
        raise TypeError(f"{kind}.{at}: nothing is known of {hint}, which no sort stands beside")

    def _known(self, kind: str, at: str, value: str, *forms: str) -> str:
        self.filled.fields[kind, at] = forms
        return value

    def _leaf(self, mark: Mark, kind: str, at: str) -> str:
        token = self._token()
        self.filled.sorts[kind, at] = mark.sort
        known = partial(self._known, kind, at)
        if mark.sort in REFERENCES and mark.kinds != ("events",):
            id = self._referred(mark.kinds[0] if mark.kinds else kind, token)
            return known(id, id if mark.kinds == ("judgements",) else token)
        if mark.sort is Sort.DATE:
            day = self._day = self._day + timedelta(days=1)
            return known(day.isoformat(), *forms_of_day(day))
        if mark.sort is Sort.PATH:
            folder = "briefings" if kind == "briefings" else "content" if kind == "trust" else f"content/{kind}"
            self.filled.files[f"{folder}/{token}.png"] = PNG
            return known(f"{token}.png", token)
        if mark.sort is Sort.LANGUAGE:  # English of a place of its own, in the numbers of the United Nations
            return known(f"en-{token[-3:]}", f"en-{token[-3:]}")
        made = {Sort.URL: f"https://{token}.example/", Sort.EMAIL: f"{token}@desk.example"}
        if mark.sort is Sort.IDENTIFIER:
            return known(f"Q{token[-4:]}", f"Q{token[-4:]}")
        is_id = mark.sort in (Sort.OWN_ID, Sort.FORMER_ID) or mark.kinds == ("events",)
        return known(made.get(mark.sort) or (token if is_id else self._say(token, mark)), token)

    def _referred(self, kind: str, token: str) -> str:
        """The id of a thing that only this field names; its name is the token. Judgements are all of one earlier briefing."""
        if kind == "judgements":
            self.filled.files["briefings/earlier.yml"] = EARLIER
            return "earlier:rain"
        thing = {"briefings": "published: 2025-03-01\nbody: A text.\n", "actors": "type: person\n"}.get(kind, "")
        name = "name" if "name" in get_type_hints(KINDS[kind].thing) else "title"
        folder = "briefings" if kind == "briefings" else f"content/{kind}"
        self.filled.files[f"{folder}/{token}.yml"] = f"{name}: The {token}\n{thing}"
        return token


def forms_of_day(day: date) -> tuple[str, ...]:
    """How a day may be written."""
    return (
        day.isoformat(),
        f"{day.day} {day:%B %Y}",
        f"{day.day} {day:%b %Y}",
        f"{day:%Y%m%d}",
        f"{day.day} {day:%B}",
        f"{day.day} {day:%b}",
    )


def _ways(hint: Any) -> tuple[Any, ...]:
    """The kinds of entries of a list that have fields of their own, each to be filled."""
    inner = get_args(get_args(hint)[0]) if get_origin(hint) is Annotated else ()
    ways = tuple(one for one in inner if is_dataclass(get_args(one)[0]) and SourceRef not in get_args(one)) if len(inner) > 1 else ()
    return ways if len(ways) > 1 else (hint,)


def _fullest(inner: tuple[Any, ...]) -> Any:
    """Of the ways to fill a field the one with most in it."""
    return next(one for one in inner if one is not type(None) and SourceRef not in get_args(one))


def full(filler: Filler, kind: str, id: str) -> tuple[str, dict[str, Any]]:
    """The path of a full thing of a kind, and its fields."""
    path = {"briefings": f"briefings/{id}.yml", "trust": "content/trust.yml"}.get(kind, f"content/{kind}/{id}.yml")
    thing = filler.thing(kind)
    if kind == "briefings":  # a scenario has another one beside it, by the same date and with the rest of the odds
        first = thing["what_to_expect"][0]
        first["resolution"]["outcome"] = "did_not_happen"  # a question is void as a whole, and before its date
        thing["what_to_expect"].append({"text": "…", "probability": 0.3, **{name: first[name] for name in ("group", "by")}})
    return path, thing
