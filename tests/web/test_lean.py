"""What travels does what the source does, on the same lines."""

from workshop.web.lean import lean_css, lean_js


def test_comments_on_lines_of_their_own_go_and_lines_keep_their_numbers():
    source = "// head\n/** Adds.\n * @param {number} a */\nexport const one = 1; // stays\n  /* gone */\nconst two = 2;"
    assert lean_js(source) == "\n\n\nexport const one = 1; // stays\n\nconst two = 2;"


def test_code_after_a_comment_on_the_same_line_stays():
    source = "/** @type {number[]} */ const found = [];\n/* a */ const b = 1; /* c */"
    assert lean_js(source) == source


def test_what_looks_like_a_comment_in_a_template_stays():
    source = "const text = `\n// not a comment\n/* nor this */\n`;\n// this is"
    assert lean_js(source) == "const text = `\n// not a comment\n/* nor this */\n`;\n"


def test_a_style_sheet_loses_comments_and_indentation():
    assert lean_css("/* a */ .b {\n  color: red; /* c */\n}\n\n") == ".b {\ncolor: red;\n}"
