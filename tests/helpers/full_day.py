"""A full day: a shipped case study with all its cards, each with what one would do; five rounds; the explanation in all
seven phases, asked of the room item by item; a plan, questions, and words at the end. Answers are random, by a seed.
"""

import random
from dataclasses import replace
from functools import cache

from tests.helpers.output import WORDS, checkpoint, facts
from workshop.casebook import SHIPPED, Casebook
from workshop.domain import agreed
from workshop.domain.agreed import Said
from workshop.domain.changed import Joined, Version, as_kept
from workshop.domain.changed import Words as Worded
from workshop.domain.confidence import ITEMS, summarise
from workshop.domain.formulation import EXPLANATION, Link
from workshop.domain.placements import REASONS, TOPICS, WHYS, Flows, Move, Placement, tally_again, tally_first
from workshop.domain.plan import SIDES, TARGETS
from workshop.domain.reflection import FIELDS, NEEDS, tally_needs
from workshop.domain.results import AgreedResult, AnswersResult, RoundResult
from workshop.outputs.anonymise import anonymise

AGAIN = {
    "r2": ("discussion", None, ("c02", "c07", "c09")),
    "r3": ("information", "i1", ("c01", "c02", "c05")),
    "r4": ("information", "i3", ("c06", "c07")),
    "r5": ("information", "i5", ("c03", "c07", "c08")),
}
"""Round → its cause, its information, and the cards that are placed again."""
NOTE = "Moved to the other group before the summer"
SENTENCE = "It began when a place in the group had to be earned, and a laugh made it easier."
DONE = (
    "Agree who is at home after school, and where the phones are",
    "So that nobody is alone with it",
    "Pastoral lead",
    "By Friday",
    "They say that they can sleep",
    "in two weeks",
)
ASKED = "How do we talk with the parents before anybody else does?"
NAMED = (("known", 3), ("presenting", 3), ("precipitating", 2), ("perpetuating", 3), ("protective", 3), ("family", 2),
         ("harmed", 2), ("environment", 2), ("needs", 2), ("rival", 2))  # fmt: skip
"""Section → how many notes."""


@cache
def full_day(people: int = 40, seed: int = 1):
    """The session, through the door."""
    case = Casebook([SHIPPED]).get("group-chat")
    chance, kept = random.Random(seed), written()
    rounds = [*placed(case, chance, people), *questionnaires(chance, people), *asked(chance, kept)]
    known = facts(people, scenario=case.id, scenario_title=case.title, agenda="Full day")
    return anonymise(known, case, rounds, kept, WORDS)


# ---------------------------------------------------------------- what was placed


def placed(case, chance, people):
    """The first placing of every card, with what people would do; then those that are placed again, with it too."""
    scales = [[s.id for s in scale.stages] for scale in (case.scale, case.second)]
    first = [{c.id: answers(chance, of, people) for c in case.cards} for of in scales]
    told = [
        {c: tally_first("r1", c, of, given, people, 5) for c, given in found.items()}
        for of, found in zip(scales, first, strict=True)
    ]
    standing = [{c: stands for c, (_, stands) in found.items()} for found in told]
    yield board("r1", "first", None, *told)
    for id, (cause, information, cards) in AGAIN.items():
        now = []
        for of, found, stands in zip(scales, first, standing, strict=True):
            made = {}
            for card in cards:
                after = [moved(chance, of, one) for one in found[card]]
                made[card] = tally_again(id, card, of, stands[card], flows(chance, of, found[card], after), 5)
                found[card], stands[card] = after, made[card][1]
            now.append(made)
        yield board(id, cause, information, *now)


def board(id, cause, information, cards, responses):
    """A closed round."""
    told = [tuple(result for result, _ in found.values()) for found in (cards, responses)]
    return RoundResult(id, "s1", cause, information, "hackett5", True, told[0], second="response4", responses=told[1])


def answers(chance, scale, people):
    """So many: about a place of their own, or in two minds; a few need to know more."""
    ends = chance.choice([(0, 0), (1, 2), (2, 2), (0, len(scale) - 1)])
    found = []
    for n in range(people):
        at = round(chance.gauss(chance.choice(ends), 0.8))
        topics, reasons = (tuple(chance.sample(list(of), 2)) for of in (TOPICS, REASONS))
        stage = None if chance.random() < 0.15 else scale[min(len(scale) - 1, max(0, at))]
        found.append(Placement(stage, topics if stage is None else (), reasons if stage else (), 1 + n % 5))
    return found


def moved(chance, scale, before):
    """Three in ten go one stage on, of those who had a stage."""
    if before.stage is None or chance.random() > 0.3:
        return before
    return replace(before, stage=scale[min(len(scale) - 1, scale.index(before.stage) + 1)])


def flows(chance, scale, before, now):
    """Of everybody."""
    pairs = [(b.stage, n.stage) for b, n in zip(before, now, strict=True)]
    ways = ["same" if b == n else "harmful" for b, n in pairs]
    moves = tuple(Move(way, (chance.choice(list(WHYS)),)) for way in ways)
    return Flows(tuple(n for _, n in pairs), tuple(b for b, _ in pairs), tuple(b for b, n in pairs if b != n), moves)


def questionnaires(chance, people):
    """Confidence at both ends, and what people need."""
    for asking, whens in (("before", ("now",)), ("after", ("now", "looking_back"))):
        items = [
            summarise(item, when, [min(10, max(0, round(chance.gauss(6, 2)))) for _ in range(people)], 5)
            for when in whens
            for item in ITEMS
        ]
        yield AnswersResult(f"q {asking}", "s1", "confidence", asking, people, items=tuple(items))
    sheets = [[need for need in NEEDS if chance.random() < 0.4] for _ in range(people)]
    yield AnswersResult("q3", "s1", "reflection", "closing", people, tags=tally_needs(sheets, 5))


# ---------------------------------------------------------------- what was written


def written():
    """Notes with links and support, the explanation in sentences and as it was before, the plan, and what was kept."""
    notes = {
        f"{section}{n}": {"section": section, "text": f"{NOTE} {section} {n}", "version": 1}
        for section, many in NAMED
        for n in range(many)
    }
    ids = list(notes)
    links = {
        f"l{n}": {"source": a, "target": b, "kind": "because"}
        for n, (a, b) in enumerate(zip(ids, ids[3:], strict=False))
    }
    explanation = {part: {"text": SENTENCE, "version": 1} for part in EXPLANATION}
    before = Version(
        {id: Worded(note["section"], note["text"]) for id, note in list(notes.items())[2:]},
        frozenset(Joined(**link) for link in list(links.values())[4:]),
        {"because": "It began with a move."},
    )
    return checkpoint(
        notes=notes,
        links=links,
        explanation=explanation,
        actions={f"a{n}": action(TARGETS[n % len(TARGETS)], ids[n]) for n in range(8)},
        questions={f"q{n}": {"text": f"{ASKED} {n}", "kept": True, "theme": "law"} for n in range(8)},
        texts={f"t{n}": {"field": FIELDS[n % 2], "text": f"I ask our lead first {n}", "kept": True} for n in range(10)},
        support={id: 3 + n for n, id in enumerate(ids)},
        marked={ids[n]: {"target": TARGETS[n % 5], "kind": "safe"} for n in range(6)},
        signs={f"s{n}": {"side": s, "text": DONE[4], "who": DONE[2], "version": 1} for n, s in enumerate(SIDES)},
        versions={"v0001": {"cause": "information", "information": "i5", **as_kept(before)}},
        told={"summary": {"text": SENTENCE}, "reflection": {"text": SENTENCE}},
    )  # fmt: skip


def action(target, note):
    """One of the plan, with all its fields."""
    what, why, who, by_when, known, review = DONE
    told = {"action": what, "why": why, "who": who, "by_when": by_when, "known": known, "review": review}
    return {"target": target, "kind": "safe", "note": note, "step_up": "It goes on", "step_down": "", **told}


def asked(chance, kept):
    """How sure the room is: seven links, four sentences, and the eight questions."""
    worded = {id: (n["section"], n["text"]) for id, n in kept.collections["notes"].items()}
    links = list(kept.collections["links"].items())[: agreed.MOST_LINKS]
    written = {part: one["text"] for part, one in kept.collections["explanation"].items()}
    items = [
        *(agreed.of_link(id, Link(**link), worded) for id, link in links),
        *(agreed.of_sentence(part, written[part]) for part in agreed.SENTENCES),
    ]
    questions = [agreed.of_question(id, written) for id in agreed.QUESTIONS]
    for id, of in (("h1", items), ("h2", questions)):
        told = [agreed.tally(one, [said(chance) for _ in range(40)], [], 40, 5) for one in of]
        yield AgreedResult(id, "s9", "items" if id == "h1" else "questions", tuple(told))


def said(chance):
    """What one phone says of an item, with its reason."""
    answer = chance.choice(["yes", "yes", "partly", "no", "cannot"])
    return Said(answer, {"yes": "known", "no": "timing"}.get(answer))
