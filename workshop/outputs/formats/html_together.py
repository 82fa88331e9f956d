"""What the room made together, and how to read it all: explanation, plan, questions, method and limits, resources."""

from __future__ import annotations

from workshop.outputs.formats import html_words as words
from workshop.outputs.formats.html_front import section
from workshop.outputs.formats.markup import Markup, join, tag
from workshop.outputs.model import AnonymisedSession, FormulationOutput, NoteOutput


def explanation(session: AnonymisedSession) -> Markup:
    """The shared explanation: one sentence, its five parts, then the notes by section with their links."""
    made = session.formulation
    if not made.notes and not made.explanation:
        return Markup("")
    parts = [join(tag("dt", words.EXPLAINED.get(p, p)), tag("dd", text)) for p, text in made.explanation]
    sections = [_section(made, s.title, [n for n in made.notes if n.section == s.id]) for s in made.sections]
    return section(
        "The room’s explanation",
        tag("p", made.sentence, kind="aloud") if made.sentence else Markup(""),
        tag("dl", *parts, kind="parts") if parts else Markup(""),
        tag("div", *sections, kind="sections"),
        tag("p", "A shared account to be tried against what is found out next: not a finding, and not a profile. "
            "Numbers only name the notes.", kind="legend"),
        id="explanation",
    )  # fmt: skip


def _section(made: FormulationOutput, title: str, notes: list[NoteOutput]) -> Markup:
    if not notes:
        return Markup("")
    return tag("div", tag("h3", title), tag("ul", *[_note(made, n) for n in notes]), kind="lane")


def _note(made: FormulationOutput, note: NoteOutput) -> Markup:
    joined = [f"{words.LINKS[x.kind]} {x.target}" for x in made.links if x.source == note.number]
    support = [f"{note.support} want it kept in sight"] if note.support else []
    more = "; ".join([*joined, *support])
    return tag("li", tag("span", note.number, kind="n"), tag("span", note.text, tag("small", more) if more else ""))


def plan(session: AnonymisedSession) -> Markup:
    """The plan as a grid, safety first."""
    if not session.plan:
        return Markup("")
    heads = [tag("th", head, scope="col") for head in ("What will be done", "Why", "Who", "By when", "Review")]
    groups: list[Markup] = []
    for target, name in words.TARGETS.items():
        rows = [
            tag("tr", *[tag("td", cell or "–") for cell in (a.action, _why(a.why, a.note), a.who, a.by_when, a.review)])
            for a in session.plan
            if a.target == target
        ]
        if rows:
            groups.append(tag("tbody", tag("tr", tag("th", name, colspan=5, scope="rowgroup")), *rows))
    table = tag("table", tag("thead", tag("tr", *heads)), *groups, kind="plan")
    return section(
        "The plan", tag("div", table, kind="scrolls", tabindex=0, role="region", aria_label="The plan"), id="plan"
    )


def _why(why: str, note: int | None) -> str:
    return f"{why} (note {note})" if note else why


def kept(session: AnonymisedSession) -> Markup:
    """Questions and reflections that the facilitator kept, in their writers' words."""
    questions = [tag("h3", "Questions kept"), _list(session.kept_questions)] if session.kept_questions else []
    said: list[Markup] = []
    for field, title in words.FIELDS.items():
        texts = [text for f, text in session.kept_texts if f == field]
        said += [tag("h3", title), _list(texts)] if texts else []
    return section("In people’s own words", *questions, *said) if questions or said else Markup("")


def _list(texts: list[str] | tuple[str, ...]) -> Markup:
    return tag("ul", *[tag("li", t) for t in texts], kind="own")


def method(session: AnonymisedSession) -> Markup:
    """How the figures came about, what they cannot say, and what is not here."""
    k, facts = words.least(session.facts), session.facts
    stages = [join(tag("dt", f"{n} {s.name}"), tag("dd", s.definition)) for n, s in enumerate(session.stages, 1)]
    labels = [join(tag("dt", name), tag("dd", meaning.format())) for name, meaning in words.LABELS.values()]
    reviewed = "" if facts.reviewed else " It has not yet been reviewed by a qualified trainer."
    return section(
        "Method and limits",
        tag("h3", "Method"),
        tag("p", "People placed each card on their own phone, in private. Everyone saw the answers at the same moment, "
            "and only then talked. One dot is one person. People could skip any card, or answer that they need to know "
            "more: that stands apart and is never counted as a stage. Which way somebody moved was said by the phone, "
            "for answers were deleted when their round closed; nothing that is kept joins two answers of one person."),
        tag("p", "Agreement A runs from 1 (all in one stage) through 0 (evenly over all) to −1 (half at either end): "
            "C. van der Eijk, “Measuring agreement in ordered rating scales”, Quality & Quantity 35 (2001), 325–341. "
            "The median is the stage of the middle person (of the lower one, when there are two)."),
        tag("dl", *labels, kind="terms"),
        tag("h3", "Limits"),
        tag("p", f"One room, one day, one made-up case.{reviewed} Differing is ordinary: trained people differ too. "
            "Settled is not right and split is not wrong. Movement is not correctness, and confidence is not skill. "
            "A training aid, not an assessment tool: nothing here describes a real child or rates anyone in the room."),
        tag("h3", "What is not here"),
        tag("p", f"No names, no times, nothing about one person. A card that fewer than {k} people placed is withheld; "
            f"of the others every stage is told, however few stood there. Other numbers are told from {k} people, "
            "movement where nobody or three or more went each way; and where a small figure could be worked out from "
            "the others, those are withheld too: a dash stands in their place. Reasons are named, commonest first, "
            "without counts, when three or more named them."),
        tag("h3", f"The scale: {session.scale_title.lower()}"),
        tag("dl", *stages, kind="terms"),
        tag("p", session.acknowledgement, kind="legend") if session.acknowledgement else Markup(""),
        kind="method",
        id="method",
    )  # fmt: skip


def resources(session: AnonymisedSession) -> Markup:
    """Support and signposting. Addresses are printed, so that paper has them too."""
    if not session.resources:
        return Markup("")
    items = [tag("li", tag("b", r.title), " ", r.text, _address(r.url)) for r in session.resources]
    return section("Support and resources", tag("ul", *items, kind="own"))


def _address(url: str) -> Markup:
    if not url.startswith("https://"):
        return Markup("")
    return join(" ", tag("a", url.removeprefix("https://").rstrip("/"), href=url, rel="noreferrer noopener"))
