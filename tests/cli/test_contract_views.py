"""The tables of views: every activity stands in each audience's, but where its manifest says that there is none."""

import re

from workshop.activities.base import Activity
from workshop.activities.registry import ACTIVITIES, BY_NAME
from workshop.cli.contract_views import FIRST, table, tables


def listed(text):
    return re.findall(r"^  (\w+)(?:: \w+)?,$", text, re.MULTILINE)


def test_an_audience_has_every_view_but_of_what_has_none_for_it():
    made = tables()
    phone = listed(made["phone/views.ts"]) + listed(made["phone/views-later.ts"])
    for role, found in (
        ("delegate", phone),
        ("facilitator", listed(made["console/views.ts"])),
        ("screen", listed(made["screen/views.ts"])),
    ):
        assert sorted(found) == sorted(a.name for a in ACTIVITIES if role not in a.without_view)


def test_what_a_phones_first_file_draws_are_activities():
    assert set(BY_NAME) >= FIRST
    assert set(listed(tables()["phone/views.ts"])) == FIRST


def test_what_is_listed_is_imported_by_a_name_that_is_free():
    made = table(
        [Activity("weather"), Activity("break"), Activity("sky", without_view=frozenset({"screen"}))], "screen"
    )
    assert made == (
        "import * as pause from './break';\nimport * as weather from './weather';\n\n"
        "export const VIEWS = {\n  weather,\n  break: pause,\n};\n"
    )
