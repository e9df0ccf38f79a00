"""Sentences that read like a desk's prose, from a seeded random source."""

import re
from random import Random

ADJECTIVES = """
allied ample annual armed binding brief bilateral broad calm careful central civil close coastal common complete
conditional costly critical current daily deep delayed diplomatic direct disputed domestic draft early eastern economic
effective emergency energy exact external fair federal final financial firm fiscal foreign formal former fragile fresh
frozen full further general global gradual hard heavy high hostile humanitarian idle immediate independent indirect
informal initial internal joint judicial key large late leading legal limited local long lower main maritime mutual
narrow national naval neutral new northern nuclear official old open parallel partial peaceful permanent political poor
possible previous prime private public quick quiet rapid ready recent regional rural secret secure separate serious
sharp short slow small southern special stable strategic strict strong sudden technical temporary tense thin tough
upper urgent urban vital weak western wide
""".split()
NOUNS = """
access account accord advance adviser agency agenda agreement aid airport alliance ambassador appeal army arrival asset
attack audit authority bank bargain base basin battery board border branch bridge brigade budget cabinet campaign canal
capital cargo ceasefire chamber channel charter citizen city claim clause coalition coast column command commission
committee company compromise concession condition conference conflict congress contract convoy corridor council country
court crisis crossing currency customs deadline deal debt decree defence delay delegation demand deposit depot deputy
detention dialogue directive district doctor dispute drone duty economy election embassy embargo envoy escort estimate
exchange exemption expert export factory family farm fertiliser field fleet forecast formula forum framework
freight front fuel fund gap garrison gas government governor grain grid ground group guarantee guard harbour harvest
hearing highway hospital hotline household import incident income industry inspector institution insurance interest
invoice island journal judge junction kilometre labour law lawyer leader leverage licence line loan logistics majority
mandate market measure mediator meeting member message minister ministry mission monitor motion negotiator network
notice offer office officer offensive oil opposition order package panel parliament partner party passage patrol
payment penalty pipeline plan platform police policy port position power premium president pressure price prisoner
procedure programme proposal protest province quota railway ration reactor reform refinery refugee register regime
report request reserve resolution response restriction revenue review risk river road route rule sanction schedule
sector security senate session settlement ship shipment shortage signal silo speech spokesman staff state statement
station storage strike summit supply support surplus tanker target tariff tax terminal territory text threat ticket
timetable tower town trade train transfer transit treaty treasury tribunal truce turbine union vessel veto village
visit vote voter warehouse warning water weapon welfare window winter witness worker zone
""".split()
VERBS = """
accepts adopts affects allows amends announces approves arranges assesses attends avoids backs blocks calls carries
challenges changes checks closes confirms considers controls covers cuts debates defends delays delivers demands denies
describes discusses drops eases ends endorses enters examines expects extends faces favours finances follows forces
freezes funds grants guards halts holds hosts imposes informs insists inspects invites joins keeps launches leads lifts
limits lowers maintains meets monitors names needs notes offers opens opposes orders passes pauses pays places plans
postpones prepares presents presses prevents promises proposes protects publishes raises reaches receives recognises
reduces refuses rejects releases renews repairs repeats replaces reports requests requires resists restores resumes
returns reviews secures seeks sends sets shares shifts shows signs slows stops submits supplies supports suspends takes
targets tests threatens tracks transfers trims uses visits votes warns weighs welcomes widens withdraws
""".split()
LINKS = "of for in on under after before with against near without beyond within across from".split()


def slug(text: str) -> str:
    """A text as an id: lower-case ASCII with dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Prose:
    """A source of phrases, sentences and paragraphs."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def phrase(self, words: int) -> str:
        """A run of words that alternates nouns with what joins them."""
        pick = self.random.choice
        kinds = (ADJECTIVES, NOUNS, VERBS, ADJECTIVES, NOUNS, LINKS)
        return " ".join(pick(kinds[i % 6]) for i in range(words))

    def title(self, words: int = 7) -> str:
        """A heading without a full stop."""
        return self.phrase(words).capitalize()

    def sentence(self, words: int) -> str:
        """A sentence of so many words."""
        return f"The {self.phrase(words - 1)}."

    def paragraph(self, words: int) -> str:
        """Sentences of 12 to 20 words, so many words in all."""
        sentences = []
        while words > 0:
            size = words if words < 26 else self.random.randint(12, 20)
            sentences.append(self.sentence(max(size, 2)))
            words -= size
        return " ".join(sentences)
