"""YAML with lines; what could explode, or is no YAML, is refused in one sentence."""

import random
import time

import pytest
import yaml

from tests.helpers.cases import RIGHT, raw, written
from tests.helpers.tree import ROOT
from workshop.casebook import check_file
from workshop.casebook.faults import ScenarioError
from workshop.casebook.reading import FAST, LARGEST, parsed, path_text, read

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)
REFUSED = [
    ("nothing", "", 1, "A case study is a list of fields"),
    ("a list", "- a\n- b\n", 1, "A case study is a list of fields"),
    ("a word", "hello", 1, "A case study is a list of fields"),
    ("an open bracket", "id: x\ncards: [a, b\n", 3, "This is not YAML: "),
    ("a tab", "id: x\ncards:\n\t- a\n", 3, "This is not YAML: "),
    ("two documents", "id: x\n---\nid: y\n", 2, "This is not YAML: "),
    ("a colon in a text", "id: x\ntitle: One: two\n", 2, "This is not YAML: "),
    ("an alias", "a: &name [1]\nb: *name\n", 1, "Write it out: names with & and * are not used here."),
    ("an alias bomb", BOMB, 1, "Write it out: "),
    ("a merge", "a: &a {b: c}\nd: {<<: *a}\n", 1, "Write it out: "),
    ("a deep list", "id: x\nb: " + "[" * 10_000, 2, "This is nested deeper than 12 levels."),
    ("a deep mapping", "a: " + "{a: " * 500 + "1" + "}" * 500, 1, "This is nested deeper than 12 levels."),
    ("a Python object", "id: x\nb: !!python/object/apply:os.system ['true']\n", 2, "This is not YAML: could not deter"),
    ("a key that is a list", "? [a, b]\n: c\n", 1, "This is not YAML: found unhashable key."),
    ("a tag that does not fit", "id: !!int x\n", 1, "This is not YAML as it is used here: "),
    ("a tag without a value", "id: !!int ''\n", 1, "This is not YAML as it is used here: "),
    ("another encoding", "id: Zoë\n".encode("latin-1"), 1, "The file is not UTF-8 text. Save it as UTF-8."),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0", 1, "The file is not UTF-8 text."),
    ("5 MB", "#" * 5_000_000, 1, "The file is larger than 1 MB."),
]


@pytest.mark.parametrize(("text", "line", "says"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_it_is_refused_in_a_sentence_at_once(tmp_path, text, line, says):
    path, began = raw(tmp_path, text), time.monotonic()
    (fault,) = check_file(path)
    assert time.monotonic() - began < 5
    assert (fault.file, fault.line, fault.field) == (str(path), line, "")
    assert fault.message.startswith(says) and fault.message.endswith(".") and "\n" not in str(fault)


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    assert [f.message for f in check_file(tmp_path / "none.yaml")] == [
        "The file cannot be read: No such file or directory."
    ]
    assert [f.message for f in check_file(tmp_path)] == ["This is not a file."]


def test_just_below_the_limit_is_read(tmp_path):
    text = written(tmp_path).read_text("utf-8")
    assert check_file(raw(tmp_path, text + "#" * (LARGEST - len(text.encode())))) == []


def test_every_place_has_its_line(tmp_path):
    document = read(raw(tmp_path, "# a comment\nid: x\n\ncards:\n  - id: c1\n    text: A\n  - {id: c2, text: B}\n"))
    assert document.value == {"id": "x", "cards": [{"id": "c1", "text": "A"}, {"id": "c2", "text": "B"}]}
    lines = {("id",): 2, ("cards",): 4, ("cards", 0): 5, ("cards", 0, "text"): 6, ("cards", 1, "text"): 7}
    assert {place: document.line(place) for place in lines} == lines
    assert document.line(("cards", 1, "short")) == 7, "what is missing is missing from where it should stand"
    assert document.line(("nothing", "here")) == 2, "where the fields begin"


def test_dates_and_words_stay_what_was_written(tmp_path):
    document = read(raw(tmp_path, "checked: 2026-03-01\nmonth: 2026-03\nid: on\n"))
    assert document.value == {"checked": "2026-03-01", "month": "2026-03", "id": True}


def test_a_field_that_stands_twice_is_kept_for_the_check(tmp_path):
    document = read(raw(tmp_path, "id: x\ncards:\n  - id: c1\n    text: A\n    text: B\nid: y\n"))
    assert [(f.line, f.field) for f in document.doubles] == [(5, "cards[1].text"), (6, "id")]
    assert all(f.message == "This field stands here twice. Keep one." for f in document.doubles)


def test_a_place_is_written_as_people_count():
    assert path_text(("cards", 2, "notes", "range")) == "cards[3].notes.range"
    assert path_text(()) == ""


def test_an_error_says_all_its_faults(tmp_path):
    with pytest.raises(ScenarioError) as refused:
        read(raw(tmp_path, "- a"))
    assert str(refused.value) == str(refused.value.faults[0])
    assert RIGHT["id"] not in str(refused.value)


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_quick_loader_and_the_exact_one_read_the_same(path):
    """As it is, and with something taken out or put in here and there: where both can read it."""
    text, chance = path.read_text("utf-8"), random.Random(7)
    both = 0
    for _ in range(40):
        at = chance.randrange(len(text))
        end = at + chance.choice((0, 0, 1, 3))
        broken = text[:at] + chance.choice(("", "\n", "é🙂", "- ", ": ", "# ", '"', "\t", "  ")) + text[end:]
        read_by = [outcome(broken, loader) for loader in (FAST, yaml.SafeLoader)]
        if None not in read_by:
            both += 1
            assert read_by[0] == read_by[1], broken[max(0, at - 80) : at + 80]
    assert both > 20 and outcome(text, FAST) == outcome(text, yaml.SafeLoader)


def outcome(text, loader):
    """The document, or None where it is refused."""
    try:
        return parsed("case.yaml", text, loader)[0]
    except ScenarioError:
        return None
