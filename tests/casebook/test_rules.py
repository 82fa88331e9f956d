"""Every fault of a case study at once: where it is, and what would be right."""

import pytest

from tests.helpers.cases import RIGHT, raw, written
from workshop.casebook import check_file, load_file

LONG = "x" * 161
SPOILT = [
    ("a field too many", lambda c: c.update(author="me"), "author", "There is no such field here."),
    ("a field missing", lambda c: c.pop("opening"), "opening", "This field is missing."),
    ("an empty text", lambda c: c.update(title=""), "title", "Write something here."),
    ("a long card", lambda c: c["cards"][0].update(text=LONG), "cards[1].text", "Shorten it to 160 characters."),
    ("a long name", lambda c: c["cards"][1].update(short="x" * 33), "cards[2].short", "Shorten it to 32 characters."),
    ("a number for a text", lambda c: c.update(title=7), "title", "Write text here, in quotes when it could be"),
    ("a text for a number", lambda c: c.update(version="one"), "version", "Write a whole number here."),
    ("a version below one", lambda c: c.update(version=0), "version", "It must be 1 or more."),
    ("a text for a list", lambda c: c.update(cards="c1"), "cards", "Write a list here."),
    ("no cards", lambda c: c.update(cards=[]), "cards", "It needs at least 1."),
    ("too many people", lambda c: c.update(people=[{"id": f"p{n}", "note": "x"} for n in range(13)]), "people",
     "It takes at most 12."),
    ("a card that is a text", lambda c: c["cards"].append("c3"), "cards[3]", "Write fields here."),
    ("a mode that there is not", lambda c: c["cards"][0].update(mode="online"), "cards[1].mode",
     "It must be 'technology', 'offline', 'dual' or 'unclear'."),
    ("an id with capitals", lambda c: c["cards"][0].update(id="C1"), "cards[1].id", "Use lower-case letters, digits,"),
    ("a real case", lambda c: c.update(fictional=False), "fictional", "Only fictional cases are used: write"),
    ("HTML in a text", lambda c: c["cards"][0].update(text="<b>Used</b> a nickname"), "cards[1].text",
     "Write plain text, without HTML tags."),
    ("a script", lambda c: c.update(opening="Hi < script>alert(1)</script>"), "opening", "Write plain text, without"),
    ("a comment of HTML", lambda c: c.update(content_note="<!-- x -->"), "content_note", "Write plain text, without"),
    ("a title that nobody sees", lambda c: c.update(title="\u200b \u2066"), "title", "Write something"),
    ("an unknown scale", lambda c: c.update(scale="hackett6"), "scale",
     "There is no shared scale “hackett6”. There are: hackett5, image2, response4, seed4, traffic3."),
    ("a scale that is a number", lambda c: c.update(scale=5), "scale", "Name a shared scale by its id, or write"),
    ("a scale of two", lambda c: scaled(c), "scale", "A case study needs a scale of at least three"),
    ("a scale of one", lambda c: scaled(c, 1), "scale.stages", "It needs at least 2."),
    ("a stage without a name", lambda c: scaled(c, 3, name=""), "scale.stages[1].name", "Write something"),
    ("a stage twice", lambda c: scaled(c, 3, id="s2"), "scale.stages", "The id “s2” is used twice."),
    ("a person twice", lambda c: c["people"][1].update(id="ash"), "people[2].id", "The id “ash” is used twice."),
    ("a card twice", lambda c: c["cards"][1].update(id="c1"), "cards[2].id", "The id “c1” is used twice."),
    ("a card of the warm-up", lambda c: c["cards"][1].update(id="w01"), "cards[2].id", "The warm-up has a card “w01”."),
    ("information twice", lambda c: c["information"].append(dict(c["information"][0])), "information[2].id",
     "The id “i1” is used twice."),
    ("information about no card", lambda c: c["information"][0].update(effects={}), "information[1].effects",
     "It needs at least 1."),
    ("information about another card", lambda c: c["information"][0].update(effects={"c9": "up"}),
     "information[1].effects.c9", "There is no card “c9”."),
    ("an effect that there is not", lambda c: c["information"][0].update(effects={"c1": "sideways"}),
     "information[1].effects.c1", "It must be 'up', 'down', 'either', 'plan' or 'none'."),
    ("a span beyond the scale", lambda c: c["cards"][0]["notes"].update(range=[2, 6]), "cards[1].notes.range",
     "Give two stages from 1 to 5, the lower one first."),
    ("a span upside down", lambda c: c["cards"][0]["notes"].update(range=[3, 2]), "cards[1].notes.range",
     "Give two stages from 1 to 5, the lower one first."),
    ("a span of words", lambda c: c["cards"][0]["notes"].update(range=["low", "high"]), "cards[1].notes.range[1]",
     "Write a whole number here."),
    ("evidence of no date", lambda c: c["cards"][0]["notes"].update(
        evidence=[{"text": "A", "source": "B", "checked": "lately"}]), "cards[1].notes.evidence[1].checked",
     "Write a date such as 2026-03."),
    ("a link that is none", lambda c: c.update(resources=[{"title": "A", "text": "B", "url": "javascript:alert(1)"}]),
     "resources[1].url", "Write an address that begins with https://."),
    ("a step that there is not", lambda c: agenda(c, {"activity": "dance", "title": "A", "minutes": 5}),
     "agendas[1].steps[1].activity", "It must be 'welcome', "),
    ("a step without a length", lambda c: agenda(c, {"activity": "plan", "title": "A", "minutes": 0}),
     "agendas[1].steps[1].minutes", "It must be 1 or more."),
    ("a schema to come", lambda c: c.update(schema=3), "schema", "This workshop reads schema 2 at most"),
    ("an age that nobody has", lambda c: c["people"][0].update(age=121), "people[1].age", "It must be 120 or less."),
    ("a language that is none", lambda c: c.update(language="English"), "language", "Write a language’s short name"),
    ("an answer to what nobody asks", lambda c: c["information"][0].update(answers=["weather"]),
     "information[1].answers[1]", "It must be 'age', 'consent', 'power'"),
    ("an answer twice", lambda c: c["information"][0].update(answers=["age", "age"]), "information[1].answers",
     "“age” is named twice."),
    ("a twin that there is not", lambda c: c["cards"][0].update(twin="c9"), "cards[1].twin", "There is no other card"),
    ("a twin of itself", lambda c: c["cards"][0].update(twin="c1"), "cards[1].twin", "There is no other card “c1”."),
    ("two twins of one", lambda c: (c["cards"].append({"id": "c3", "text": "A", "twin": "c2"}),
     c["cards"][0].update(twin="c2")), "cards[3].twin", "A card has one twin"),
    ("a twin that has another", lambda c: (c["cards"].append({"id": "c3", "text": "A", "twin": "c1"}),
     c["cards"][0].update(twin="c2")), "cards[3].twin", "A card has one twin"),
    ("known by what is not there", lambda c: c["cards"][0].update(known="i9"), "cards[1].known",
     "There is no new information “i9”. Write start, or its id."),
    ("an order below one", lambda c: c["cards"][0].update(when={"order": 0, "words": "Then"}), "cards[1].when.order",
     "It must be 1 or more."),
    ("one side of a difference", lambda c: panel(c, "low", "low"), "cards[1].panel", "Where practitioners differed"),
    ("a side that there is not", lambda c: panel(c, "low", "middle"), "cards[1].panel[2].end",
     "It must be 'low' or 'high'."),
    ("a panel of crowds", lambda c: panel(c, *["low", "high", "low", "high", "low"]), "cards[1].panel",
     "It takes at most 4."),
    ("six needs", lambda c: c.update(needs=[{"id": f"n{n}", "name": "N"} for n in range(6)]), "needs",
     "It takes at most 5."),
    ("a number in words", lambda c: c.update(resources=[{"title": "A", "text": "B", "number": "ring us"}]),
     "resources[1].number", "Write a telephone number in digits and spaces"),
    ("a review in summer", lambda c: c["cards"][0]["notes"].update(
        evidence=[{"text": "A", "source": "B", "checked": "2026-03", "review_by": "2027-13"}]),
     "cards[1].notes.evidence[1].review_by", "Write a date such as 2026-03."),
    ("a step that names a stranger", lambda c: agenda(c, board(cards=["c1", "c9"])), "agendas[1].steps[1].settings",
     "There is no card “c9” in this case study."),
]  # fmt: skip


def panel(case, *ends):
    case["cards"][0]["panel"] = [{"topic": "power", "text": "A reason", "end": end} for end in ends]


def scaled(case, many=2, **first):
    stages = [{"id": f"s{n}", "name": f"S{n}", "definition": "D"} for n in range(1, many + 1)]
    stages[0] |= first
    case["scale"] = {"id": "mine", "title": "Mine", "ends": ["low", "high"], "stages": stages}
    del case["cards"][0]["notes"]


def board(**settings):
    return {"activity": "board", "title": "Place", "minutes": 5, "settings": settings}


def agenda(case, *steps):
    case["agendas"] = [{"id": "a", "title": "A", "steps": list(steps)}]


def test_the_right_one_is_right(tmp_path):
    assert check_file(written(tmp_path)) == []
    assert load_file(written(tmp_path)).title == "The corridor"


@pytest.mark.parametrize(("spoil", "field", "says"), [s[1:] for s in SPOILT], ids=[s[0] for s in SPOILT])
def test_a_fault_is_said_with_its_field_and_what_would_be_right(tmp_path, spoil, field, says):
    faults = check_file(written(tmp_path, spoil))
    assert field in [f.field for f in faults], [str(f) for f in faults]
    (fault,) = [f for f in faults if f.field == field]
    assert fault.message.startswith(says) and fault.message.endswith(".")
    follow = ("There is no card “", "Write a whole number here.")  # of what was taken away, and of the second number
    assert not [str(f) for f in faults if f is not fault and not f.message.startswith(follow)]


def test_all_faults_come_at_once_of_every_kind_in_the_order_of_lines(tmp_path):
    path = raw(
        tmp_path,
        """\
id: Corridor
id: corridor
version: 1
title: The <i>corridor</i>
fictional: true
reviewed_by:
content_note: A note.
scale: none
people:
  - {id: ash, note: Fifteen}
  - {id: ash, note: Sixteen}
cards:
  - id: c1
    text: Used a nickname
    colour: red
  - id: c1
    text: Again
information:
  - {id: i1, kind: impact, text: T, effects: {c7: up}, why: W}
""",
    )
    assert [(f.line, f.field) for f in check_file(path)] == [
        (1, "opening"),
        (2, "id"),
        (4, "title"),
        (8, "scale"),
        (11, "people[2].id"),
        (15, "cards[1].colour"),
        (16, "cards[2].id"),
        (19, "information[1].effects.c7"),
    ]


FINE = [("fictional", True), ("reviewed_by", None), ("information", [])]


@pytest.mark.parametrize("name", sorted(RIGHT))
@pytest.mark.parametrize("value", [None, 0, -1, True, "", "x" * 5000, [], [[]], [1], {}, {"a": {}}, 1.5, "<a>", {1: 2}])
def test_no_value_of_any_field_is_more_than_a_fault(tmp_path, name, value):
    faults = check_file(written(tmp_path, lambda case: case.update({name: value})))
    assert all(f.line >= 1 and f.message.endswith(".") and "\n" not in f.message for f in faults)
    if (name, value) not in FINE:
        assert faults, "everything else needs a value of its own kind"
