"""The one object that is asked for every word that a reader sees and no editor typed."""

from collections.abc import Iterable, Mapping, Sequence, Sized
from datetime import date as calendar_day
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import Day
from spotbrief.reading.catalogue import APART, Catalogue, read_catalogue
from spotbrief.reading.languages import ENGLISH
from spotbrief.words import labels, sorting
from spotbrief.words.conventions import conventions
from spotbrief.words.dates import DateWords, city_words, hour_words
from spotbrief.words.labels import Order

_ENGLISH = Catalogue(texts={})


class Words:
    """What the interface says in one language (a tag of BCP 47); moments are said in *zone*.

    Of *catalogues* the first that has a phrase wins; a phrase that none has is said in English.
    """

    def __init__(self, zone: ZoneInfo, language: str = ENGLISH, catalogues: Sequence[Path] = ()) -> None:
        self.zone, self.language, self.catalogues = zone, language, tuple(catalogues)
        read = [read_catalogue(path) for path in catalogues]
        self._forms = {text: (forms, one) for one in reversed(read) for text, forms in one.texts.items()}
        self._phrases = {text: forms[0] for text, (forms, _) in self._forms.items()}
        self.conventions = conventions(language)
        self._dates = DateWords(self, self.conventions)
        self.city = self(self.conventions.cities.get(zone.key) or city_words(zone))
        """Stands behind each time of day."""

    @property
    def dir(self) -> str:
        """In which direction the language is written: `ltr` or `rtl`."""
        return self.conventions.dir

    @property
    def locale(self) -> str:
        """The language with the place where it is spoken most, as Open Graph writes it: `uk_UA`."""
        language, _, place = self.language.partition("-")
        return f"{language}_{place if len(place) == 2 else self.conventions.territory}"

    def __call__(self, text: str, /, **named: object) -> str:
        """A phrase of the interface, with what is *named* in its {braces}."""
        said = self._phrases.get(text, text)
        return said.format(**named) if named else said

    def within(self, context: str, text: str, /, **named: object) -> str:
        """A phrase that is said otherwise in a *context*."""
        said = self._phrases.get(f"{context}{APART}{text}") or self._phrases.get(text, text)
        return said.format(**named) if named else said

    def each(self, phrases: Mapping[str, str]) -> dict[str, str]:
        """Phrases by the names of what they are for."""
        return {name: self(text) for name, text in phrases.items()}

    def number(self, count: int) -> str:
        """A whole number, with its thousands apart."""
        return self.conventions.number(count)

    def two_decimals(self, number: float) -> str:
        """A number with two decimals: `0.25`."""
        return f"{number:.2f}".replace(".", self.conventions.decimal)

    def percent(self, number: float) -> str:
        """So many of a hundred."""
        return self.conventions.percent.format(number=self.conventions.share(number))

    def band(self, low: float, high: float) -> str:
        """From one share of the whole to another: `55–80%`."""
        first, last = (self.conventions.share(share * 100) for share in (low, high))
        return self.conventions.percent.format(number=f"{first}–{last}")

    def count(self, count: int, one: str, many: str) -> str:
        """A number with what it counts: `1 chapter`, `3 chapters`."""
        forms, of = self._forms.get(one, ((one, many), _ENGLISH))
        return f"{self.number(count)} {forms[of.form(count)]}"

    def forms(self, one: str, many: str) -> tuple[tuple[str, ...], str]:
        """What may stand behind a number n, and which of it does, as C and JavaScript say it."""
        forms, of = self._forms.get(one, ((one, many), _ENGLISH))
        return forms, of.plural

    def count_of(self, things: Sized, one: str, many: str) -> str:
        """How many things there are; nothing for none."""
        return self.count(len(things), one, many) if things else ""

    def all_of(self, items: Iterable[str]) -> str:
        """Several names in a row."""
        return ", ".join(items)

    def together(self, items: Sequence[str]) -> str:
        """Several names of those who did something together: `A, B and C`."""
        return self.conventions.together(items)

    def within_a_sentence(self, name: str) -> str:
        """A name that stands alone elsewhere, as it stands within a sentence: German leaves nouns their capitals."""
        return name if self.language.startswith("de") else name.lower()

    def sentence(self, text: str) -> str:
        """*text* with a capital first letter."""
        return text[:1].upper() + text[1:]

    def sort_key(self, name: str) -> str:
        """By what lists of names are sorted."""
        return sorting.sort_key(name, self.conventions.alphabet)

    def letter(self, name: str) -> str:
        """Under which letter a name stands in a list."""
        return sorting.letter(name, self.conventions.alphabet)

    def family_first(self, name: str) -> str:
        """A person's name as lists sort it."""
        return sorting.family_first(name)

    def without_article(self, name: str) -> str:
        """Any other name as lists sort it."""
        return sorting.without_article(name, self.language)

    def date(self, when: EdtfDate | None) -> str:
        """An EDTF date; empty for none."""
        return self._dates.date(when) if when else ""

    def period(self, since: EdtfDate | None, until: EdtfDate | None) -> str:
        """A period; empty where nothing is known of it."""
        return self._dates.period(since, until)

    def moment(self, moment: datetime) -> str:
        """A moment: day, hour and where it is that hour, or the day alone where no hour was typed."""
        return self.day(moment) if isinstance(moment, Day) else self("{day}, {hour}", day=self.day(moment), hour=self.hour(moment))

    def hour(self, moment: datetime) -> str:
        """A time of day, and where it is that hour: `18:00 Kyiv`."""
        return self("{hour} {city}", hour=hour_words(moment, self.zone), city=self.city)

    def start(self, starts: datetime, ends: datetime | None) -> str:
        """The start of what ends at *ends*: if that is on the same day, the end says where it is that hour."""
        if not ends or isinstance(starts, Day) or not self._ends_in_the_day(ends, starts):
            return self.moment(starts)
        return self("{day}, {hour}", day=self.day(starts), hour=hour_words(starts, self.zone))

    def end(self, ends: datetime, starts: datetime) -> str:
        """The end of what starts at *starts*: the hour alone where it is of the same day."""
        return self.hour(ends) if self._ends_in_the_day(ends, starts) else self.moment(ends)

    def _ends_in_the_day(self, ends: datetime, starts: datetime) -> bool:
        return ends > starts and ends.astimezone(self.zone).date() == starts.astimezone(self.zone).date()

    def day(self, moment: datetime) -> str:
        """The day of a moment."""
        return self._dates.day(moment.astimezone(self.zone).date())

    def long_day(self, moment: datetime) -> str:
        """The day of a moment with that of its week: `Monday 30 June 2025`."""
        of, local = self.conventions, moment.astimezone(self.zone)
        return self.sentence(of.dated(of.long_day, local, of.months, weekday=of.weekdays[local.weekday()]))

    def long_moment(self, moment: datetime) -> str:
        """A moment with the day of its week."""
        day = self.long_day(moment)
        return day if isinstance(moment, Day) else self("{day}, {hour}", day=day, hour=self.hour(moment))

    def day_and_month(self, moment: datetime) -> str:
        """The day of a moment of the last weeks, of which the year is known: `15 June`."""
        return self.conventions.dated(self.conventions.day_and_month, moment.astimezone(self.zone), self.conventions.months)

    def month(self, year: int, month: int) -> str:
        """A month of a year."""
        return self._dates.month(calendar_day(year, month, 1))

    def month_alone(self, month: int) -> str:
        """A month without its year."""
        return self.conventions.months_alone[month - 1]

    def short_month(self, month: int) -> str:
        """A month where there is little room, such as `Mar`."""
        return self.conventions.months_short_alone[month - 1]

    def short_day(self, day: calendar_day) -> str:
        """A day where there is little room, such as `3 Mar 2025`."""
        return self.conventions.dated(self.conventions.short_day, day, self.conventions.months_short)

    def order(self, first: Order) -> str:
        """In which order of time a list runs."""
        return self(labels.ORDER[first])

    def kind(self, kind: str) -> str:
        """A kind of briefing."""
        return self(labels.KIND[kind])

    def confidence(self, confidence: str | None) -> str:
        """How sure the desk is; empty for none."""
        return self(labels.CONFIDENCE[confidence]) if confidence else ""

    def sureness(self, confidence: str | None) -> str:
        """The same within a sentence: `low confidence`."""
        return self(labels.SURENESS[confidence]) if confidence else ""

    def stance(self, stance: str | None) -> str:
        """Where a statement puts an actor; empty for none."""
        return self(labels.STANCE[stance]) if stance else ""

    def stood(self, stance: str | None) -> str:
        """The same within a sentence; none is said too."""
        return self(labels.STOOD[stance or ""])

    def outcome(self, outcome: str) -> str:
        """How a judgement ended."""
        return self(labels.OUTCOME[outcome])

    def verdict(self, verdict: labels.Verdict) -> str:
        """Whether what came was what we leaned to."""
        return self(labels.VERDICT[verdict])

    def standing(self, standing: str) -> str:
        """How a judgement stands today."""
        return self(labels.STANDING[standing])

    def correction(self, kind: str) -> str:
        """A kind of correction."""
        return self(labels.CORRECTION[kind])

    def actor(self, type: str) -> str:
        """One actor of a type."""
        return self(labels.ACTOR[type])

    def actors(self) -> Iterable[tuple[str, str]]:
        """The types of actors, in the order of lists, with what all of each are called."""
        return self.each(labels.ACTORS).items()

    def event(self, kind: str) -> str:
        """A kind of event; one of the desk's own as it was typed."""
        return self(labels.EVENT[kind]) if kind in labels.EVENT else self.sentence(kind)
