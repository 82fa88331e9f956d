"""Small libraries in one file: each runs as it is, and what is not understood is refused."""

import subprocess

import pytest

from tests.helpers.node import NODE
from tests.helpers.tree import ROOT
from workshop.web.assets import SMALL
from workshop.web.libraries import CannotJoinLibraries, libraries

TEXTS = {
    "one": "var n=1;export default function(){return n}\n",
    "two": "const n=2,o=Object;export{n as x,o as other};//# sourceMappingURL=two.map\n",
    "three": 'import{x as n}from"two";const t=n+1;export{other as O,other}from"two";export{t as sum};',
}
ALL = """import one,{x,other,sum} from './all.mjs';console.log(JSON.stringify([one(),x,other===Object,sum]));"""


def run(text, script, tmp_path):
    (tmp_path / "all.mjs").write_text(text)
    (tmp_path / "run.mjs").write_text(script)
    return subprocess.run([NODE, tmp_path / "run.mjs"], capture_output=True, text=True, check=True).stdout.strip()


def test_each_does_what_it_does_with_names_of_its_own(tmp_path):
    text = libraries(TEXTS)
    assert run(text, ALL, tmp_path) == "[1,2,true,3]"
    assert "sourceMappingURL" not in text


def test_ours_are_all_there_and_know_one_another(tmp_path):
    text = libraries({bare: (ROOT / "static" / path).read_text("utf-8") for bare, path in SMALL.items()})
    script = """import htm,{h,useState,signal,computed,useSignal,Component} from './all.mjs';
    const a=signal(2),b=computed(()=>a.value*2);a.value=4;
    console.log(JSON.stringify([b.value,htm.bind(h)`<p class="x">y</p>`.props,typeof useState,typeof useSignal]));"""
    assert run(text, script, tmp_path) == '[8,{"class":"x","children":"y"},"function","function"]'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('import*as n from"two";', "import"),
        ('import n from"two";', "import"),
        ("export const n=1;", "export"),
        ('const n=import("two");', "import"),
        ("const n=1;export{n as x};", "x is also of two"),
    ],
)
def test_what_is_not_understood_is_refused(text, says):
    with pytest.raises(CannotJoinLibraries, match=says):
        libraries({**TEXTS, "four": text})
