"""What is read as JSON, and what is not."""

import json

import pytest

from workshop.strict_json import DEEPEST, read_json


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "nonsense", "'x'", '{"a":1}x', "\x00", '"\x01"'),
        *("NaN", "[Infinity]", '{"a":-Infinity}', "1e999", "-1e999", "9" * 19, "[" + "9" * 5000 + "]"),
        *('{"a":1,"a":2}', '{"x":[{"a":1,"\\u0061":2}]}'),
        *('"\\ud800"', '{"\\uDFFF":1}', '[["\\ud83d \\ude00"]]', '"\\ude00\\ud83d"'),
        *("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), '{"a":' * 40 + "1" + "}" * 40, "[" * 20_000),
        "[" * 20_000 + "]" * 20_000,
        *(b"\xff", b'"\xc3"', b'"\xed\xa0\x80"', '"x"'.encode("utf-16")),
    ],
    ids=lambda text: repr(text)[:30],
)  # fmt: skip
def test_what_no_page_of_ours_sends_is_refused_and_the_refusal_repeats_nothing(text):
    with pytest.raises(ValueError) as refused:
        read_json(text)
    assert len(str(refused.value)) < 30 and refused.value.__suppress_context__ | (refused.value.__context__ is None)


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, "", 0, -1, 1.5, 10**17, [], {}, "🙂", "e\u0301", "\\ud800", "a \\\\ud83d b", "\u2028"),
        [[[{"a": [1, {"b": []}]}]]],
        {str(n): [n] for n in range(1000)},
    ],
    ids=lambda value: repr(value)[:30],
)
@pytest.mark.parametrize("escaped", [True, False])
def test_everything_else_is_read_as_ever(value, escaped):
    text = json.dumps(value, ensure_ascii=escaped)
    assert read_json(text) == read_json(text.encode()) == value
