"""A file of an earlier schema in the newest: added to, never rewritten, and never half written."""

import os
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.cases import RIGHT, raw, written
from tests.helpers.tree import ROOT
from workshop.casebook import SHIPPED, ScenarioError, check_file, load_file, upgrade

OLD = ROOT / "tests" / "fixtures" / "scenarios-1" / "group-chat.yaml"
BLOCK = OLD.read_bytes().replace(b'{id: ash, note: "15, Year 10"}', b'id: >-\n      ash\n    note: "15, Year 10"')
"""An id that is written as a block: its end is not at the end of a line."""
SAVED = {
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "UTF-16 of Windows": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


def written_up(path):
    found = upgrade(path)
    assert found is not None
    found.write()
    return path.read_text("utf-8")


def test_what_can_be_known_is_added(tmp_path):
    path = raw(tmp_path, OLD.read_bytes())
    before, after = load_file(path), (written_up(path), load_file(path))[1]
    assert [p.age for p in after.people] == [15, 15, 15, None]
    assert [i.answers for i in after.information] == [
        ("consent",), ("source",), ("impact",), ("power",), ("context",), ("context",), (),
    ]  # fmt: skip
    assert {e.review_by for c in after.cards for e in c.notes.evidence} == {"2027-03"}
    assert [c.text for c in after.cards] == [c.text for c in before.cards] and check_file(path) == []


def test_every_line_of_before_is_there_and_every_comment(tmp_path):
    path = raw(tmp_path, OLD.read_bytes())
    before, after = OLD.read_text("utf-8").splitlines(), written_up(path).splitlines()
    changed = [line for line in before if line not in after]
    assert changed and all(line.strip().startswith("- {") for line in changed), "inside braces something was added"
    assert [line for line in before if "#" in line] == [line for line in after if "#" in line]


def test_a_second_time_there_is_nothing_to_do(tmp_path):
    path = raw(tmp_path, OLD.read_bytes())
    written_up(path)
    assert upgrade(path) is None
    assert all(upgrade(shipped) is None for shipped in SHIPPED.rglob("*.yaml"))


@pytest.mark.parametrize("how", SAVED)
def test_however_an_editor_saved_it_it_stays_so(tmp_path, how):
    text = OLD.read_text("utf-8").replace("The group chat", "Zoë’s chat")
    path = raw(tmp_path, SAVED[how](text))
    written_up_bytes = (upgrade(path).write(), path.read_bytes())[1]
    assert load_file(path).title == "Zoë’s chat" and upgrade(path) is None
    plain = upgrade(raw(tmp_path, text, "plain.yaml")).after
    assert written_up_bytes == SAVED[how](plain)


def test_agendas_and_templates_of_its_own_and_shared_ones_too(tmp_path):
    steps = [{"activity": "plan", "title": "Plan", "minutes": 5}]
    evidence = [{"text": "T", "source": "S", "checked": "2026-03-05"}]
    warm_up = {
        "question": "How?",
        "scale": "to be written",
        "cards": [{"id": "v1", "text": "A", "notes": {"evidence": evidence}}],
    }
    stages = [{"id": f"s{n}", "name": "S", "definition": "D"} for n in (1, 2, 3)]
    warm_up["scale"] = {"id": "m", "title": "M", "ends": ["a", "b"], "stages": stages}
    path = written(
        tmp_path, lambda case: case.update(agendas=[{"id": "a", "title": "A", "steps": steps}], warm_up=warm_up)
    )
    written_up(path)
    case = load_file(path)
    assert case.warm_up.cards[0].notes.evidence[0].review_by == "2027-03-05" and case.agendas[0].id == "a"
    shared = raw(tmp_path, "# ours\nagendas:\n- {id: a, title: A, steps: [{activity: plan, title: P, minutes: 5}]}\n")
    assert written_up(shared).startswith("# ours\nschema: 2\nagendas:\n- {id: a")


def test_what_the_author_said_already_stays(tmp_path):
    def said(case):
        case["people"][0]["age"] = 14
        case["information"][0]["answers"] = ["age"]

    path = written(tmp_path, said)
    written_up(path)
    case = load_file(path)
    assert ([p.age for p in case.people], case.information[0].answers) == ([14, 15], ("age",))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (b"id: [\n", "This is not YAML"),
        (b"id: Zo\xeb\n", "not UTF-8"),
        (b"a: &x [1]\nb: *x\n", "Write it out"),
        (b"- a\n", "is a list of fields"),
        (b"id: corridor\ntitle: T\n", "This field is missing"),
        (OLD.read_bytes().replace(b"The group", b"The\x07 group"), "holds characters that no text should"),
        (BLOCK, "Nothing can be added safely"),
        (OLD.read_bytes() + b"id: again\n", "stands here twice"),
        (OLD.read_bytes() + b"---\nid: again\n", "This is not YAML"),
        (b"schema: 3\n" + OLD.read_bytes(), "reads schema 2 at most"),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence_and_stays(tmp_path, spoil, says):
    path = raw(tmp_path, spoil)
    with pytest.raises(ScenarioError, match=says):
        upgrade(path)
    assert path.read_bytes() == spoil and os.listdir(tmp_path) == ["case.yaml"]


def test_what_somebody_changed_meanwhile_stays(tmp_path):
    path = raw(tmp_path, OLD.read_bytes())
    found = upgrade(path)
    raw(tmp_path, "mine")
    with pytest.raises(ScenarioError, match=r"changed meanwhile.*Nothing was written"):
        found.write()
    assert path.read_text() == "mine"


def test_when_the_disk_refuses_the_file_is_as_it_was(tmp_path, monkeypatch):
    path = raw(tmp_path, OLD.read_bytes())
    found = upgrade(path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ScenarioError, match="No space left on device"):
        found.write()
    assert path.read_bytes() == OLD.read_bytes() and os.listdir(tmp_path) == ["case.yaml"]


def test_rights_stay_and_a_link_goes_on_leading_to_it(tmp_path):
    (tmp_path / "there").mkdir()
    real = raw(tmp_path / "there", OLD.read_bytes())
    real.chmod(0o640)
    link = tmp_path / "case.yaml"
    link.symlink_to(real)
    written_up(link)
    assert link.is_symlink() and upgrade(real) is None and stat.S_IMODE(real.stat().st_mode) == 0o640


STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([None, True, False]),
        "indent": st.integers(2, 8),
        "width": st.sampled_from([20, 80, 4000]),
        "allow_unicode": st.booleans(),
        "explicit_start": st.booleans(),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


@given(STYLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_whatever_style_a_file_is_written_it_is_brought_up_or_left(tmp_path, style):
    text = yaml.safe_dump(RIGHT, sort_keys=False, **style)
    path = raw(Path(tmp_path), text)
    assert check_file(path) == []
    try:
        found = upgrade(path)
    except ScenarioError as refused:
        assert "Nothing can be added safely" in str(refused) and path.read_bytes() == text.encode()
        return
    found.write()
    case = load_file(path)
    assert ([p.age for p in case.people], case.information[0].answers) == ([15, 15], ("impact",))
