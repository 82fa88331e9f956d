"""Modules of ours in one file: in order, each by itself, and nothing that was not understood."""

import subprocess

import pytest

from tests.helpers.node import NODE
from workshop.web.joined import CannotJoin, joined
from workshop.web.lean import lean_js

LIBRARIES = {"lib": "vendor/lib.js"}
FILES = {
    "js/pages/a.js": "import { two as twice, same } from '../b.js';\nimport * as all from '../c.js';\n\n"
    "console.log(JSON.stringify([twice(4), same === all.one, all.name, all.Kind.name, hidden]));\n"
    "function hidden() {}\n",
    "js/b.js": "import { one } from './c.js';\n\nexport { one as same } from './c.js';\n"
    "export function two(n) { return one + n * 2; }\nconst hidden = 1;\n",
    "js/c.js": "const name = 'see';\nexport const one = 1;\nexport class Kind {}\nexport { name };\n",
    "js/d.js": "import lib from 'lib';\nimport { part as piece, other } from 'lib';\n"
    "export const x = [lib, piece, other];\n",
    "js/e.js": "import { f } from './f.js';\nexport const e = f;\n",
    "js/f.js": "import { e } from './e.js';\nexport const f = e;\n",
    "js/g.js": "export default function () {}\n",
    "js/k.js": "export const shared = 1;\nexport const value = 2;\nexport const status = 3;\n"
    "export const unasked = 4;\n",
    "js/l.js": "import { shared, value, status } from './k.js';\nexport const sum = shared + value + status;\n",
    "js/pages/m.js": "import { sum } from '../l.js';\nimport { shared, value as worth } from '../k.js';\n"
    "globalThis.status = 7;\nconsole.log(JSON.stringify([sum, shared, worth, typeof value, status]));\n",
    "js/n.js": "import { part } from 'lib';\nexport { part };\n",
    "js/o.js": "import { part } from './n.js';\nconsole.log(part);\n",
    "js/h.js": "import {\n  one,\n} from './c.js';\nexport const text = `\nimport nothing\n`;\n",
}


def join(entry):
    return joined(entry, FILES.__getitem__, LIBRARIES)


def run(text, tmp_path):
    (tmp_path / "joined.mjs").write_text(text)
    done = subprocess.run([NODE, tmp_path / "joined.mjs"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_it_does_what_the_modules_do_each_with_names_of_its_own(tmp_path):
    assert run(join("js/pages/a.js"), tmp_path) == '[9,true,"see","Kind",null]'


def test_modules_without_their_spaces_are_understood_too(tmp_path):
    lean = joined("js/pages/a.js", lambda path: lean_js(FILES[path]), LIBRARIES)
    assert len(lean) < len(join("js/pages/a.js"))
    assert run(lean, tmp_path) == '[9,true,"see","Kind",null]'


def test_libraries_stay_modules_of_their_own():
    text = join("js/d.js")
    assert text.startswith("import * as $l0 from 'lib';\n")
    assert "const lib=$l0.default;" in text
    assert "const{part:piece,other}=$l0;" in text


def test_a_module_stands_once_and_after_what_it_needs():
    text = join("js/pages/a.js")
    assert text.count("const name = 'see';") == 1
    assert text.index("const name = 'see';") < text.index("function two") < text.index("console.log")


def test_a_name_that_means_one_thing_is_known_to_all_and_any_other_is_handed_over(tmp_path):
    text = join("js/pages/m.js")
    assert run(text, tmp_path) == '[6,1,2,"undefined",7]'  # `value` and `status` are not those of k.js here
    assert text.count("{shared}") == 1 and "const{value,status}=$m0;" in text and "const{value:worth}=$m0;" in text


def test_what_a_module_passes_on_it_has_from_where_it_says():
    assert "const{part}=(()=>{const{part}=$l0;\nreturn{part}})();" in join("js/o.js")


def test_what_nobody_asks_for_is_not_handed_out():
    assert join("js/pages/m.js").count("unasked") == 1


@pytest.mark.parametrize(
    ("entry", "says"), [("js/e.js", "a circle"), ("js/g.js", "export default"), ("js/h.js", "import")]
)
def test_what_is_not_understood_is_refused(entry, says):
    with pytest.raises(CannotJoin, match=says):
        join(entry)
