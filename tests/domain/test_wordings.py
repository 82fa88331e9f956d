"""Earlier wordings: the first and the last few can be had back, and none outlives the session."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.wordings import BEFORE, MOST, rewritten, without_wordings, wording

NOTE = {"text": "One", "section": "known", "version": 1}


def test_what_was_written_over_can_be_had_back_by_its_version():
    now = rewritten(rewritten(NOTE, {"text": "Two"}), {"text": "Three"})
    assert (now["text"], now["version"]) == ("Three", 3)
    assert [wording(now, n) for n in (1, 2, 3)] == [{"text": "One"}, {"text": "Two"}, None]


def test_the_same_words_again_and_words_over_none_leave_nothing_behind():
    assert BEFORE not in rewritten(NOTE, {"text": "One"})
    assert BEFORE not in rewritten({**NOTE, "text": ""}, {"text": "Two"})


@given(st.lists(st.text(min_size=1, max_size=5), max_size=40))
def test_only_the_first_and_the_last_few_are_kept_and_every_change_counts_a_version(texts):
    found = NOTE
    for text in texts:
        found = rewritten(found, {"text": text})
    assert found["version"] == 1 + len(texts) and len(found.get(BEFORE, ())) <= MOST + 1
    assert not found.get(BEFORE) or wording(found, 1) == {"text": "One"}, "the first one stays"
    assert found["text"] == ([NOTE["text"], *texts])[-1]


def test_when_the_session_has_ended_no_earlier_words_are_left():
    now = {**rewritten(NOTE, {"text": "Two"}), "merged": ["n2"]}
    assert without_wordings(now) == {"text": "Two", "section": "known", "version": 2, "merged": ["n2"]}


def test_what_is_saved_while_one_types_is_one_wording():
    typing = rewritten(rewritten(rewritten(NOTE, {"text": "T"}, "a"), {"text": "Tw"}, "a"), {"text": "Two"}, "a")
    assert (typing["text"], typing["version"]) == ("Two", 4)
    assert [w["words"] for w in typing[BEFORE]] == [{"text": "One"}]
    other = rewritten(rewritten(typing, {"text": "Else"}, "b"), {"text": "Two more"}, "a")
    assert [w["words"]["text"] for w in other[BEFORE]] == ["One", "Two", "Else"], "nobody else's words are passed over"
    assert set(without_wordings(rewritten(other, {"text": "Four"}))) == {"text", "section", "version"}
