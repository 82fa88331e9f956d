"""A small case study for tests: five stages, four cards, two pieces of new information, every kind of step."""

from dataclasses import dataclass, replace

from workshop.domain.nudges import Nudge
from workshop.domain.scenario import (
    AgendaTemplate,
    Card,
    CardNotes,
    Evidence,
    FormulationTemplate,
    NeedKind,
    NewInformation,
    PanelReason,
    Person,
    Resource,
    Scale,
    Scenario,
    Stage,
    StepTemplate,
    TemplateSection,
    WarmUp,
)
from workshop.domain.sourced import Term

LEVELS = ("universal", "targeted", "specialist", "immediate")
STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")


def scale(id: str, names: tuple[str, ...]) -> Scale:
    stages = tuple(Stage(n, n.capitalize(), f"What {n} means here.", i) for i, n in enumerate(names, 1))
    return Scale(id, id.capitalize(), stages, ("typical", "harmful"))


SECTIONS = (
    TemplateSection("known", "What is known", "What do we know, and who says so?"),
    TemplateSection("presenting", "Presenting", "What is of concern now?", "presenting"),
    TemplateSection("precipitating", "Why now?", "What set it going?", "because"),
    TemplateSection("perpetuating", "What keeps it going?", "What keeps it going?", "kept_going"),
    TemplateSection("protective", "Strengths", "What helps?", "eased"),
    TemplateSection("needs", "Needs", "Which need may it have met?"),
    TemplateSection("rival", "Another explanation", "What else could explain it?", "rival"),
)
STEPS = (
    StepTemplate("welcome", "Welcome", 10),
    StepTemplate("confidence", "Confidence", 5, {"asking": "before"}),
    StepTemplate("board", "Warm-up", 5, {"round": "warm_up"}),
    StepTemplate("board", "Place the cards", 15, {"round": "first"}),
    StepTemplate("discussion", "Discussion", 20, {"cards": 3}),
    StepTemplate("break", "Break", 10),
    StepTemplate("board", "New information", 10, {"round": "information", "information": "i1"}),
    StepTemplate("questions", "Questions", 10),
    StepTemplate("formulation", "Explanation", 20),
    StepTemplate("plan", "Plan", 15),
    StepTemplate("confidence", "Confidence again", 5, {"asking": "after"}),
    StepTemplate("reflection", "Reflection", 5),
)
NUDGES = (
    *(
        Nudge(s, f"Nothing of {s} yet.", "lacks", "A source", "2026-03", (s,), "happened")
        for s in ("precipitating", "protective")
    ),
    Nudge("joined", "Join them.", "unjoined", "A source", "2026-03", url="https://example.org"),
    Nudge("unheard", "Not heard from the family.", "unheard", "A source", "2026-03", ("family",), "around"),
    Nudge("grounds", "On what does it rest?", "ungrounded", "A source", "2026-03"),
)
PANELS = {
    "c1": (
        PanelReason("power", "Two years between them weighed most.", "high"),
        PanelReason("source", "I had only one side of it.", "low"),
    ),
    "c2": (PanelReason("impact", "I asked how it was for the other one."),),
}
CASE = Scenario(
    id="test-case",
    version=1,
    title="A test case",
    fictional=True,
    reviewed_by=None,
    content_note="A made-up case about messages between pupils. You may skip any card.",
    opening="Ash is 15 and in Year 10.",
    people=(Person("ash", "15, Year 10"),),
    scale=scale("hackett5", STAGES),
    cards=tuple(
        Card(
            f"c{n}",
            f"Did thing number {n} in the group chat",
            "technology",
            f"Thing {n}",
            "",
            CardNotes(
                ("inappropriate", "problematic"),
                ("What would move you one stage?",),
                (Evidence("A fact.", "A source", "2026-03"),),
            ),
            panel=PANELS.get(f"c{n}", ()),
        )
        for n in range(1, 5)
    ),
    information=(
        NewInformation(
            "i1", "impact", "Bo has stopped attending some lessons.", {"c1": "up", "c2": "up"}, "Effect on others."
        ),
        NewInformation("i2", "correction", "It was somebody else.", {"c3": "down"}, "First reports can be wrong."),
    ),
    formulation=FormulationTemplate("default", "Group formulation", SECTIONS),
    glossary=(
        Term(
            "Group chat",
            "A talk of several people on their phones.",
            "chat room",
            "before 2015",
            "Plain words",
            "2026-03",
        ),
    ),
    resources=(Resource("Your own procedure", "Use your agency's procedure now for a live concern."),),
    agendas=(AgendaTemplate("all", "Everything", STEPS),),
    warm_up=WarmUp(
        "How formal is it?",
        scale("formality", ("casual", "ordinary", "formal")),
        (Card("w01", "A birthday card", short="Birthday card"), Card("w02", "A letter to a bank", short="Letter")),
    ),
    second=replace(scale("response4", LEVELS), ends=("universal", "immediate")),
    panel_by="Two practitioners, before today.",
    nudges=NUDGES,
    needs=(NeedKind("safe", "Safe now", "Who has to be safe today?"), NeedKind("heard", "Heard", "Who listens?")),
)


@dataclass(frozen=True)
class OneCase:
    """A casebook with one case study in it."""

    case: Scenario = CASE

    def get(self, id: str) -> Scenario:
        if id != self.case.id:
            raise KeyError(id)
        return self.case

    def left_out(self) -> list[str]:
        return []

    def list(self) -> list[Scenario]:
        return [self.case]
