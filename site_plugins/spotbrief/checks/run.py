"""All rules over one corpus."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spotbrief.checks import (
    effects,
    events,
    ids,
    judgements,
    links,
    numbers,
    overdue,
    own_links,
    pages,
    pictures,
    placeholders,
    policy,
    record,
    references,
    resolutions,
    revisions,
    scenarios,
    sources,
    texts,
    titles,
    translations,
    twins,
    wording,
    words,
)
from spotbrief.checks.rule import Rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.problem import Problem
from spotbrief.parallel import FEWEST, begun
from spotbrief.reading.locate import locate
from spotbrief.reading.unsaved import NOTHING, Unsaved

Moved = Callable[[Problem], Problem | None]

RULES: tuple[Rule, ...] = (
    references.unknown_reference,
    references.unknown_name,
    references.loose_brackets,
    references.unknown_audience,
    references.broader_circle,
    references.unpublished_related,
    ids.duplicate_id,
    ids.duplicate_slug,
    ids.unsafe_id,
    texts.raw_html,
    links.link_scheme,
    links.missing_link,
    own_links.own_address,
    links.unpublished_link,
    links.missing_anchor,
    links.missing_picture,
    links.missing_alt,
    pictures.broken_picture,
    pictures.heavy_picture,
    pictures.small_letters,
    judgements.unknown_term,
    judgements.probability_outside_term,
    judgements.judgement_without_by,
    judgements.by_before_published,
    revisions.revision_out_of_time,
    revisions.empty_revision,
    revisions.likelihood_afterwards,
    revisions.followup_out_of_time,
    revisions.followup_of_hidden,
    revisions.followup_by_number,
    resolutions.resolution_out_of_time,
    resolutions.happened_too_late,
    resolutions.resolved_twice,
    resolutions.void_without_note,
    resolutions.void_too_late,
    resolutions.known_earlier,
    twins.told_twice,
    twins.same_judgement_id,
    twins.two_odds,
    scenarios.scenarios,
    scenarios.scenarios_sum,
    numbers.link_by_number,
    overdue.overdue,
    events.incomplete_event,
    events.untold_event,
    events.contradictory_event,
    events.differing_event,
    events.unusual_kind,
    record.correction_before_publication,
    record.dated_ahead,
    record.reversed_event,
    record.withdrawn_without_status,
    record.named_twice,
    record.held_back,
    record.stale_draft,
    record.membership_reversed,
    record.membership_of_itself,
    sources.fact_without_source,
    sources.uncited_source,
    texts.hidden_reference,
    texts.second_title,
    texts.block_in_sentence,
    texts.duplicate_footnote,
    texts.missing_body,
    words.shown_as_typed,
    words.lost_words,
    words.garbled_letters,
    words.struck_out,
    words.unmeant_markup,
    words.skipped_heading,
    placeholders.placeholder,
    placeholders.unfinished,
    titles.same_title,
    translations.untranslated,
    translations.left_as_written,
    translations.short_translation,
    translations.translation_behind,
    pages.misplaced_briefing,
    pages.page_template,
    pages.too_many_brackets,
    pages.too_many_signs,
    policy.allow,
    policy.blocked,
    policy.inline_script,
    policy.inline_style,
    effects.no_effect,
    effects.missing_sign,
    effects.unusable_logo,
    wording.two_in_one,
    wording.bare_may,
)


def asked(rules: Iterable[Rule], corpus: Corpus) -> list[Rule]:
    """Those among *rules* that everybody is told of, or that the desk asks for."""
    return [rule for rule in rules if not rule.is_asked_for or rule.id in corpus.settings.rules]


def check(
    corpus: Corpus, root: Path, moved: Moved | None = None, unsaved: Unsaved = NOTHING, rules: Sequence[Rule] = RULES
) -> list[Problem]:
    """Everything that is wrong with *corpus*, drafts included, with the lines of the files below *root*.

    *moved* gives each problem its place where the corpus was made of others than its files; None for one that is told elsewhere.
    """
    return begin_check(corpus, root, moved, unsaved, rules)()


def begin_check(
    corpus: Corpus, root: Path, moved: Moved | None = None, unsaved: Unsaved = NOTHING, rules: Sequence[Rule] = RULES
) -> Callable[[], list[Problem]]:
    """The same, found beside what this process does until it asks for it."""

    def share(rules: Sequence[Rule]) -> list[Problem]:
        found = (problem for rule in rules for problem in rule.problems(corpus))
        return locate(root, (there for one in found if (there := moved(one))) if moved else found, unsaved)

    rules = asked(rules, corpus)
    # A small desk is checked faster than a process is made.
    fewest = 2 if len(corpus.briefings) > FEWEST else len(rules) + 1
    found = begun(share, rules, fewest=fewest)
    return lambda: [problem for part in found() for problem in part]
