"""Fields added to a text, with everything else as it stands."""

import pytest

from workshop.casebook.additions import Addition, added_to, written_into
from workshop.casebook.reading import parsed

AGE = Addition(("people", 0), "age", 15, after="id")
SCHEMA = Addition((), "schema", 2)


def into(text, *additions):
    document, root = parsed("f", text)
    made = written_into(text, root, additions)
    assert parsed("f", made)[0].value == added_to(document.value, additions)
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people:\n- id: ash  # him\n  note: N\n", "people:\n- id: ash  # him\n  age: 15\n  note: N\n"),
        ("people:\n  -   id: ash\n", "people:\n  -   id: ash\n      age: 15\n"),
        ("people:\n- id: ash", "people:\n- id: ash\n  age: 15"),
        ("people: [{id: ash}]", "people: [{id: ash, age: 15}]"),
        ("people:\n- {id: ash, # him\n   note: N}", "people:\n- {id: ash, age: 15, # him\n   note: N}"),
        ('{"people": [{"id": "ash"}]}', '{"people": [{"id": "ash", "age": 15}]}'),
        ("people:\r\n- id: ash\r\n  note: N\r\n", "people:\r\n- id: ash\r\n  age: 15\r\n  note: N\r\n"),
        ("people:\r- id: ash\r", "people:\r- id: ash\r  age: 15\r"),
        ("people:\n- note: N\n", "people:\n- age: 15\n  note: N\n"),
        ("people:\n- id:\n    ash\n  note: N\n", "people:\n- id:\n    ash\n  age: 15\n  note: N\n"),
        ("people:\n- id: 'ash'\n\n  # about him\n  note: N\n",
         "people:\n- id: 'ash'\n  age: 15\n\n  # about him\n  note: N\n"),
        ("people:\n- {id: ash, age: 14}\n", "people:\n- {id: ash, age: 15}\n"),
    ],
)  # fmt: skip
def test_a_field_stands_behind_its_neighbour(before, after):
    assert into(before, AGE) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Ours\nid: x\n", "# Ours\nschema: 2\nid: x\n"),
        ("---\nid: x\n", "---\nschema: 2\nid: x\n"),
        ("  id: x\n  title: T\n", "  schema: 2\n  id: x\n  title: T\n"),
        ("{id: x}", "{schema: 2, id: x}"),
        ('{\n  "id": "x"\n}', '{\n  "schema": 2, "id": "x"\n}'),
        ("id: x\r\n", "schema: 2\r\nid: x\r\n"),
        ("schema: 1  # old\nid: x\n", "schema: 2  # old\nid: x\n"),
    ],
)
def test_one_at_the_head_stands_at_the_head(before, after):
    assert into(before, SCHEMA) == after


def test_several_at_once_and_lists():
    answers = Addition(("people", 0), "answers", ["age", "power"], after="id")
    made = into("people:\n- id: ash\n", SCHEMA, answers)
    assert made == "schema: 2\npeople:\n- id: ash\n  answers: [age, power]\n"


def test_what_cannot_be_placed_is_left_out_and_seen_to_be():
    text = "people:\n- id: >-\n    ash\n  note: N\n"
    document, root = parsed("f", text)
    assert written_into(text, root, [AGE]) == text
    assert added_to(document.value, [AGE]) != document.value
