"""Who and what a desk writes about: actors, authors, topics, regions, storylines, publishers."""

from random import Random
from typing import Any

from tests.bench.words import Prose, slug

Things = dict[str, dict[str, Any]]
"""Things of one kind by id."""

FIRST = (
    "Anna Boris Clara Daniel Elena Farid Galyna Hans Iryna Jonas Kateryna Lev Marta Nadia Oleh Petra Rashid Sofia "
    "Taras Ulla Viktor Wanda Yusuf Zoe"
).split()
LAST = (
    "Abadi Bondar Castel Danko Ekman Fischer Gruber Haddad Ivanenko Jansen Kovalenko Lindqvist Marchenko Novak Orlov "
    "Petrenko Quint Rossi Shevchuk Tkachenko Ustinov Vogel Weber Yilmaz Zelinka"
).split()
PLACES = (
    "Arvenia Belmark Cordova Dalmira Estoria Fennmark Galdovia Harland Istria Jorvik Kestria Lorvania Merida Norland "
    "Ostrava Pelagia Quinta Ravenna Selmark Tavria Ustria Valdia Westria Zelmark"
).split()
BODIES = (
    "Council|Ministry of Finance|Central Bank|Grain Board|Red Cross|Port Authority|Parliament|Energy Company|"
    "Mediation Centre|Border Guard|Development Fund|Shipping Union"
).split("|")
REALMS = "Republic of|Kingdom of|Federation of|Union of|Emirate of|Commonwealth of".split("|")
TOPICS = (
    "Sanctions|Ceasefire|Energy|Grain and food|Prisoners|Shipping|Elections|Reconstruction|Nuclear safety|Migration|"
    "Defence industry|Information"
).split("|")
REGIONS = "Eastern Europe|Western Europe|South Caucasus|Middle East|Central Asia|Black Sea|North Africa|Baltic Sea".split("|")
STORYLINES = ("The ceasefire talks|The sanctions regime|The grain corridor|The frozen assets|The winter grid|The new border").split("|")
PUBLISHERS = "Morning Wire|The Daily Courier|Official Gazette|Open Data Office|Press Service|Harbour News".split("|")
ROLES = "Minister|Envoy|Chair|Spokesperson|Adviser|Observer|Delegate".split("|")


def cast(random: Random, count: int) -> Things:
    """Persons, organizations and states, six to three to one, with their memberships."""
    prose = Prose(random)
    actors = {slug(name): _actor(prose, name, kind) for name, kind in map(_name, range(count))}
    bodies = [key for key, actor in actors.items() if actor["type"] == "organization"]
    for key, actor in actors.items():
        others = [body for body in bodies if body != key]
        actor["memberships"] = [_membership(random, body) for body in random.sample(others, min(2, len(others)))]
    return actors


def _name(number: int) -> tuple[str, str]:
    place = number % 10
    tens = number // 10
    if place < 6:
        return _combine(FIRST, LAST, tens * 6 + place, "{} {}"), "person"
    if place < 9:
        return _combine(PLACES, BODIES, tens * 3 + place - 6, "{} {}"), "organization"
    return _combine(PLACES, REALMS, tens, "{1} {0}"), "state"


def _combine(fast: list[str], slow: list[str], number: int, pattern: str) -> str:
    """The numbered pair of two lists; a pair that comes back carries the round it is in."""
    rest, first = divmod(number, len(fast))
    again, second = divmod(rest, len(slow))
    name = pattern.format(fast[first], slow[second])
    return f"{name} {again + 1}" if again else name


def _actor(prose: Prose, name: str, kind: str) -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "other_names": [f"{name} of {prose.random.choice(PLACES)}"],
        "description": prose.paragraph(30),
    }


def _membership(random: Random, body: str) -> dict[str, Any]:
    since = random.randint(2005, 2018)
    until = {"until": f"{since + random.randint(1, 6)}-{random.randint(1, 12):02}"} if random.random() < 0.4 else {}
    return {"organization": body, "role": random.choice(ROLES), "since": f"{since}-{random.randint(1, 12):02}", **until}


def authors(random: Random) -> Things:
    """Ten people of the desk."""
    prose = Prose(random)
    names = [f"{FIRST[-i - 1]} {LAST[i]}" for i in range(10)]
    return {slug(name): {"name": name, "role": "Analyst", "bio": prose.paragraph(25)} for name in names}


def groups(random: Random, names: list[str]) -> Things:
    """Topics or regions of these names."""
    prose = Prose(random)
    return {slug(name): {"name": name, "description": prose.paragraph(20)} for name in names}


def storylines(random: Random) -> Things:
    """Six running stories."""
    prose = Prose(random)
    return {slug(title): {"title": title, "summary": prose.paragraph(30), "status": "open"} for title in STORYLINES}


def publishers() -> Things:
    """Who puts the sources out."""
    return {slug(name): {"name": name, "url": f"https://{slug(name)}.example/"} for name in PUBLISHERS}
