"""One briefing: its front matter and its body."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from tests.bench.cast import PLACES, Things
from tests.bench.words import Prose, slug

BANDS = {
    "almost no chance": (1, 5),
    "very unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly even chance": (45, 55),
    "likely": (55, 80),
    "very likely": (80, 95),
    "almost certain": (95, 99),
}
EVENT_KINDS = "talks agreement statement decision sanction military incident election legislation economic".split()
AUDIENCES = ("diplomats", "humanitarians", "businesses")
NATURES = ("fact", "judgement", "assumption")
ANSWERED = date(2026, 1, 1)
"""What is due before this day is answered, as a desk does; the rest is open."""

OUTCOMES = ("happened", "did_not_happen", "void")


@dataclass(frozen=True)
class Piece:
    """A briefing as Spotbrief reads it; the body has `[[id|Name]]` mentions and links between files."""

    id: str
    meta: dict[str, Any]
    body: str


@dataclass(frozen=True)
class Cast:
    """What a briefing may name."""

    actors: Things
    weights: list[float]
    authors: list[str]
    topics: list[str]
    regions: list[str]
    storylines: list[str]
    publishers: list[str]

    def five(self, random: Random) -> list[str]:
        """Five actors, the well known ones more often."""
        names = list(self.actors)
        chosen: dict[str, None] = {}
        while len(chosen) < min(5, len(names)):
            chosen[random.choices(names, self.weights)[0]] = None
        return list(chosen)


class Writer:
    """Writes the briefings of a desk, each knowing the one before it."""

    def __init__(self, random: Random, cast: Cast) -> None:
        self.random = random
        self.prose = Prose(random)
        self.cast = cast
        self.previous = ""

    def piece(self, number: int, published: datetime) -> Piece:
        """The briefing of that number."""
        title = self.prose.title()
        key = f"{published:%Y-%m-%d}-{slug(title)}-{number:05}"
        actors = self.cast.five(self.random)
        meta = self._head(title, published) | {"actors": actors} | self._parts(number, published.date(), actors)
        piece = Piece(key, meta, self._body(actors))
        self.previous = key
        return piece

    def _head(self, title: str, published: datetime) -> dict[str, Any]:
        pick, cast = self.random.sample, self.cast
        return {
            "title": title,
            "published": f"{published:%Y-%m-%dT%H:%M}",
            "kind": "spot_briefing",
            "question": self.prose.title(9) + "?",
            "summary": self.prose.paragraph(30),
            "bottom_line": self.prose.paragraph(25),
            "authors": pick(cast.authors, self.random.randint(1, 2)),
            "topics": pick(cast.topics, 2),
            "regions": pick(cast.regions, 1),
            "storyline": self.random.choice(cast.storylines),
        }

    def _parts(self, number: int, day: date, actors: list[str]) -> dict[str, Any]:
        return {
            "key_takeaways": [self._takeaway(i) for i in range(5)],
            "what_to_expect": [self._judgement(f"j{number:05}-{i + 1}", day, actors, i == 0) for i in range(3)],
            "implications": {name: [self.prose.sentence(15), self.prose.sentence(15)] for name in AUDIENCES},
            "timeline": [self._event(f"e{number:05}-{i + 1}", day, actors) for i in range(6)],
            "sources": [self._source(number, i, day) for i in range(4)],
        }

    def _takeaway(self, i: int) -> dict[str, Any]:
        refs = sorted(self.random.sample(["s1", "s2", "s3", "s4"], self.random.randint(1, 2)))
        return {"id": f"t{i + 1}", "text": self.prose.sentence(20), "nature": NATURES[i % 3], "sources": refs}

    def _judgement(self, key: str, day: date, actors: list[str], resolved: bool) -> dict[str, Any]:
        term, (low, high) = self.random.choice(list(BANDS.items()))
        due = day + timedelta(days=self.random.randint(40, 400))
        judgement: dict[str, Any] = {
            "id": key,
            "text": self.prose.sentence(20),
            "likelihood": term,
            "probability": self.random.randint(low, high) / 100,
            "confidence": self.random.choice(("low", "moderate", "high")),
            "by": due.isoformat(),
            "criteria": self.prose.sentence(15),
            "indicators": [self.prose.sentence(8), self.prose.sentence(8)],
            "actors": self.random.sample(actors, 1),
        }
        return judgement | ({"resolution": self._resolution(day, due)} if resolved or due < ANSWERED else {})

    def _resolution(self, day: date, due: date) -> dict[str, Any]:
        when = day + timedelta(days=self.random.randint(10, (due - day).days))
        note = self.prose.sentence(12)
        return {"outcome": self.random.choice(OUTCOMES), "when": when.isoformat(), "note": note, "sources": ["s1"]}

    def _event(self, key: str, day: date, actors: list[str]) -> dict[str, Any]:
        return {
            "id": key,
            "when": self._when(day - timedelta(days=self.random.randint(1, 120))),
            "title": self.prose.title(8),
            "text": self.prose.sentence(20),
            "kind": self.random.choice(EVENT_KINDS),
            "actors": self.random.sample(actors, 2),
            "place": self.random.choice(PLACES),
            "sources": self.random.sample(["s1", "s2", "s3", "s4"], 1),
        }

    def _when(self, day: date) -> str:
        """Mostly a day; else one of the ways of EDTF to be less exact."""
        later = day + timedelta(days=self.random.randint(1, 9))
        forms = (f"{day:%Y-%m}", f"{day:%Y-%m}~", f"{day}?", f"{day}/{later}", f"{day:%Y-%m}-XX", f"{day:%Y}")
        return self.random.choice(forms) if self.random.random() < 0.3 else day.isoformat()

    def _source(self, number: int, i: int, day: date) -> dict[str, Any]:
        return {
            "id": f"s{i + 1}",
            "publisher": self.random.choice(self.cast.publishers),
            "title": self.prose.title(8),
            "url": f"https://news.example/{number}/{i + 1}",
            "published": (day - timedelta(days=self.random.randint(2, 30))).isoformat(),
            "accessed": (day - timedelta(days=1)).isoformat(),
        }

    def _body(self, actors: list[str]) -> str:
        blocks = []
        for i in range(9):
            if i % 2 == 0:
                blocks.append(f"## {self.prose.title(5)}")
            blocks.append(self._paragraph(i, actors))
            if i == 3:
                blocks.append("\n".join(f"- {self.prose.sentence(8)}" for _ in range(4)))
            if i == 6:
                blocks.append(self._table())
        return "\n\n".join(blocks) + "\n"

    def _paragraph(self, i: int, actors: list[str]) -> str:
        who = actors[i % len(actors)]
        named = f"[[{who}|{self.cast.actors[who]['name']}]]" if i % 3 else f"**{self.prose.phrase(3)}**"
        earlier = f"[an earlier briefing]({self.previous}.md)" if i == 8 and self.previous else self._link(i)
        return f"{self.prose.paragraph(44)} {named} and {earlier}. {self.prose.paragraph(42)}"

    def _link(self, i: int) -> str:
        return f"[{self.prose.phrase(3)}](https://example.org/{slug(self.prose.phrase(2))})" if i % 4 == 0 else "others"

    def _table(self) -> str:
        rows = [[self.prose.phrase(2), self.prose.phrase(2), str(self.random.randint(1, 99))] for _ in range(5)]
        return "\n".join(f"| {' | '.join(row)} |" for row in [["Item", "State", "Share"], ["---", "---", "---"], *rows])
