"""Figures of released reports, and sums of fixed periods: reckoned once, and let go with what they were of."""

from dataclasses import replace

import pytest

from tests.helpers.kept import a_release, destroyed, opened
from workshop.service.ports import KeptFigures, KeptOverview


def figures(release, organisation, people=12, held_on="2026-02-03", scenario="chat", k=5):
    return KeptFigures(release, organisation, "2026-Q1", scenario, held_on, people, k, f"figures of {release}")


@pytest.fixture
def add(any_record):
    """Release a session of so many; its organisation."""

    def added(name, **about):
        member = opened(any_record, name)
        release = a_release(name, member.organisation, f"release-{name}", released_on="2026-02-04")
        any_record.add_release(release, None, figures(release.id, member.organisation, **about))
        return member.organisation

    return added


def summed(record, organisation):
    return dict(record.figures_of(organisation, ("2026-Q1",)))


def test_figures_come_with_the_release_and_are_counted_by_quarter(any_record, add):
    ours = add("s1")
    assert any_record.figures_of(ours, ("2026-Q1", "2026-Q2")) == [("figures of release-s1", True)]
    assert any_record.figures_of(ours, ("2026-Q2",)) == [] == any_record.figures_of("another", ("2026-Q1",))
    assert any_record.quarters(ours) == {"2026-Q1": 1} and any_record.quarters("another") == {}
    assert any_record.without_figures(9) == []


def test_a_room_that_may_be_the_same_people_is_not_added_up_whatever_the_period(any_record, add):
    ours = add("s1", people=20)
    add("s2", people=19)
    add("s3", people=20)
    add("s4", people=25)
    add("s5", people=None)
    add("s6", people=21, scenario="another")
    add("s7", people=18, held_on="2027-03-01")
    add("s8", people=26, k=10)
    found = {name.removeprefix("figures of release-"): may for name, may in summed(any_record, ours).items()}
    assert found == {"s1": True, "s2": False, "s3": True, "s4": True, "s5": False, "s6": True, "s7": True, "s8": False}


def test_sums_are_let_go_when_a_report_comes_or_goes(any_record, add):
    ours = add("s1")
    kept = [KeptOverview(ours, period, 1, period) for period in ("2026-Q1", "2026", "2025")]
    for one in kept:
        any_record.save_overview(replace(one, figures="older"))
        any_record.save_overview(one)
    assert [any_record.overview(ours, k.period) for k in kept] == kept
    add("s2")
    assert [any_record.overview(ours, k.period) for k in kept] == [None, None, kept[2]]
    any_record.save_overview(kept[0])
    destroyed(any_record, "release-s2")
    assert any_record.overview(ours, "2026-Q1") is None and list(summed(any_record, ours)) == ["figures of release-s1"]


def test_a_release_of_before_gets_its_figures_once(any_record):
    member = opened(any_record, "s1")
    release = a_release("s1", member.organisation)
    any_record.add_release(release)
    assert any_record.without_figures(9) == [release.id] and any_record.without_figures(0) == []
    for _ in range(2):
        any_record.add_figures(figures(release.id, member.organisation))
    any_record.add_figures(figures("destroyed meanwhile", member.organisation))
    assert any_record.without_figures(9) == [] and any_record.quarters(member.organisation) == {"2026-Q1": 1}
