"""A desk with a long record: revised, followed up, grouped, overdue, void, withdrawn, early, told twice."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.desks import Desk

TERMS = (
    ("almost no chance", 0.03),
    ("very unlikely", 0.1),
    ("unlikely", 0.3),
    ("roughly even chance", 0.5),
    ("likely", 0.7),
    ("very likely", 0.85),
    ("almost certain", 0.97),
)
CONFIDENCES = ("low", "moderate", "high")
START = date(2023, 3, 1)
BUILT = date(2025, 6, 1)


def lay(desk: Desk, judgements: int, seed: int = 1) -> Desk:
    """Write so many judgements, five in a briefing, and the odd ones that stand for a rule each."""
    random = Random(seed)
    for name in ("topics", "authors"):
        desk.data(f"content/{name}.yml", {f"{name[0]}{n}": {"name": f"{name.capitalize()} {n}"} for n in range(4)})
    desk.data("content/storylines.yml", {f"s{n}": {"title": f"Story {n}"} for n in range(3)})
    count = -(-judgements // 5)
    for number in range(count):
        day = START + timedelta(days=number * 800 // max(count, 1))
        entries = [_judgement(random, day, f"q{k}", f"Question {number}.{k} is answered with yes.") for k in range(min(5, judgements))]
        _write(desk, f"b{number:04}", day, entries, random, **({"status": "withdrawn"} if number % 11 == 4 else {}))
    return desk


def lay_odd_ones(desk: Desk, seed: int = 2) -> Desk:
    """What counts in another way than most, or not at all."""
    random, day = Random(seed), date(2024, 2, 1)
    groups = [list(_scenarios(random, f"g{n}", n)) for n in range(9)]
    for number, entries in enumerate(groups):
        _write(desk, f"scenarios{number}", day + timedelta(days=number), entries, random)
    late_end, soon = {"outcome": "did_not_happen", "when": "2024-06-01"}, {"outcome": "happened", "when": "2024-04-01"}
    late = {"id": "twin", "text": "It came late.", "probability": 0.8, "by": "2024-05-01", "resolution": late_end}
    base = {"probability": 0.2, "of": "Cases."}
    odd: list[dict[str, Any]] = [
        {"id": "overdue", "text": "Nobody says.", "likelihood": "likely", "by": "2024-05-01"},
        {"id": "overdue2", "text": "Nobody says either.", "likelihood": "unlikely", "by": "2024-05-01", "base_rate": base},
        {"id": "void", "text": "It fell away.", "likelihood": "likely", "by": "2024-05-01", "resolution": {**soon, "outcome": "void"}},
        {"id": "early", "text": "It came soon.", "likelihood": "likely", "by": "2025-12-31", "resolution": soon},
        {"id": "undated", "text": "Some day.", "likelihood": "likely"},
        {"id": "unrated", "text": "Who knows.", "by": "2024-05-01", "resolution": soon},
        {**late, "text": "It  came LATE.", "probability": 0.9},
        {"id": "formula", "text": "=1+1 is two, and *so* on.", "likelihood": "almost certain", "by": "2024-05", "resolution": soon},
        {"id": "open", "text": "Not yet.", "probability": 0.2, "by": "2026-01-01"},
    ]
    _write(desk, "odd", day, odd, random)
    _write(desk, "first", day - timedelta(days=9), [late], random)
    followups = [
        {"id": "odd:formula", "likelihood": "very likely", "why": "Doubts."},
        {"id": "odd:open", "likelihood": "unlikely", "why": "Hope."},
    ]
    _write(desk, "later", day + timedelta(days=30), followups, random)
    return desk


def _write(desk: Desk, id: str, day: date, entries: list[dict[str, Any]], random: Random, **more: Any) -> None:
    values = {
        "title": f"Briefing {id}",
        "published": day.isoformat(),
        "body": "Text.",
        "topics": random.sample([f"t{n}" for n in range(4)], random.randint(0, 2)),
        "authors": random.sample([f"a{n}" for n in range(4)], random.randint(0, 2)),
        "what_to_expect": entries,
        **more,
    }
    if random.random() < 0.7:
        values["storyline"] = f"s{random.randint(0, 2)}"
    desk.data(f"briefings/{id}.yml", values)


def _judgement(random: Random, day: date, id: str, text: str) -> dict[str, Any]:
    (term, chance), days = random.choice(TERMS), random.choice((20, 60, 200, 500))
    by = day + timedelta(days=days)
    made: dict[str, Any] = {"id": id, "text": text, "likelihood": term, "confidence": random.choice(CONFIDENCES), "by": by.isoformat()}
    if random.random() < 0.7:
        made["probability"] = chance
    if random.random() < 0.4:
        made["base_rate"] = {"probability": round(random.uniform(0.05, 0.95), 2), "of": "Such cases."}
    known = day + timedelta(days=random.randint(1, days))
    moves = sorted(random.sample(range(1, days), random.choice((0, 0, 1, 3))))
    made["revisions"] = [
        {"when": (day + timedelta(days=move)).isoformat(), "likelihood": random.choice(TERMS)[0]}
        for move in moves
        if day + timedelta(days=move) < min(known, BUILT)
    ]
    if random.random() < 0.9 and known < BUILT:
        outcome = random.choices(("happened", "did_not_happen", "void"), (chance, 1 - chance, 0.05))[0]
        made["resolution"] = {"outcome": outcome, "when": (known if outcome == "happened" else by if by < BUILT else known).isoformat()}
    return made


def _scenarios(random: Random, group: str, number: int) -> Iterator[dict[str, Any]]:
    """Three that exclude one another, of which one comes; the others may be left without an answer."""
    came, chances = random.randrange(3), random.choice(((0.7, 0.2, 0.1), (0.5, 0.3, 0.2)))
    for k, chance in enumerate(chances):
        made: dict[str, Any] = {
            "id": f"{group}{k}",
            "text": f"Scenario {number}.{k}.",
            "probability": chance,
            "by": "2024-06-30",
            "group": f"Who wins {number}?",
        }
        if k == came or random.random() < 0.5:
            made["resolution"] = {"outcome": "happened" if k == came else "did_not_happen", "when": "2024-06-20"}
        yield made
