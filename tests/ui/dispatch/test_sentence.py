"""Whatever the candidate, its sentence says its own numbers and no others."""

from __future__ import annotations

import re

from hypothesis import given, settings

from services.recommending.candidate import Candidate, Ground, Lack
from services.recommending.ranking import field_of, rank
from services.recommending.situation import Situation
from tests.services.recommending.scene import situations
from ui.dispatch.sentence import sentence, span_text

NUMBER = re.compile(r"\d+:\d{2}(?::\d{2})?|\d+\.\d|\d+")
MINUTES = 5
# What says a number: the reason by seconds or orders, and what is wrong by people, age, wait or orders.
SPANS, COUNTS = {Ground.SOONER}, {Ground.WORK}
WRONG_SPANS, WRONG_COUNTS = {Lack.STALE, Lack.CLEARING}, {Lack.CREW, Lack.TIRED}


def numbers(candidate: Candidate) -> list[str]:
    """Return the numbers that the sentence of a candidate has to say, in their order."""
    said: list[str] = []
    if candidate.why.ground in SPANS:
        said.append(span_text(candidate.why.number))
    if candidate.why.ground in COUNTS:
        said.append(str(round(candidate.why.number)))
    if (arrival := candidate.arrival) is not None:
        said += [span_text(it) for it in (arrival.seconds, arrival.low, arrival.high)]
    if points := round((candidate.drop or 0.0) * 100, 1):
        said += [str(MINUTES), f"{points:.1f}"]
    for one in candidate.shortfalls:
        if one.lack in WRONG_SPANS:
            said.append(span_text(one.number))
        if one.lack in WRONG_COUNTS:
            said.append(str(round(one.number)))
    return said


@settings(max_examples=120, deadline=None)
@given(situations())
def test_the_sentence_of_every_candidate_says_its_numbers_and_no_others(at: Situation) -> None:
    field = field_of(at)
    drops = {runner.unit.id: 0.003 * place for place, runner in enumerate(field.runners)}
    for candidate in rank(at, field, {}, drops).candidates:
        said = NUMBER.findall(sentence(candidate, MINUTES))
        assert said == numbers(candidate), sentence(candidate, MINUTES)
