"""Is there a world that fits all that was told, and in which somebody of a class is *not* where they really are?

Integer programming (HiGHS, by scipy). People who look alike to the attacker, who tapped in the same rounds and said
the same aloud, are one class; of each class the program holds how many went from where to where, round by round. A
state is (pile in the picture told last, pile now), since directions are relative to the former. Exact: no behaviour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from benchmarks.attack.facts import Count, Fact
from benchmarks.attack.rooms import UNSURE
from benchmarks.attack.seen import direction
from workshop.domain.disclosure import NAMED

PILES = range(UNSURE + 1)
State = tuple[int, int]
Sum = dict[int, float]
"""Variable → how often; -1 is the constant."""


@dataclass(frozen=True)
class Group:
    """People who look alike. `stands`: where they are, of the attacker's own; then they are one person each."""

    size: int
    taps: tuple[bool, ...]
    said: tuple[bool, ...]
    stands: tuple[int, ...] | None = None


@dataclass
class Flow:
    """What the facts are about, as sums over variables, by round."""

    now: list[list[Sum]] = field(default_factory=list)
    tapped: list[list[Sum]] = field(default_factory=list)
    went: list[dict[str, Sum]] = field(default_factory=list)
    left: list[list[Sum]] = field(default_factory=list)


class Program:
    """All worlds that fit."""

    def __init__(self, groups: Sequence[Group], facts: Sequence[Fact]) -> None:
        self.most: list[float] = []
        self.rows: list[tuple[Sum, float, float]] = []
        self.big = sum(g.size for g in groups) * len(facts) + 1
        rounds = len(facts)
        self.flow = Flow(
            [[{} for _ in PILES] for _ in range(rounds)],
            [[{} for _ in PILES] for _ in range(rounds)],
            [{} for _ in range(rounds)],
            [[{} for _ in PILES] for _ in range(rounds)],
        )
        self.of = [self._group(g, facts) for g in groups]
        for r, fact in enumerate(facts):
            self._fact(r, fact, facts)

    def elsewhere(self, group: int, r: int, pile: int) -> bool:
        """Whether somebody of the group can be on another pile after round r."""
        others: Sum = {}
        for n in PILES:
            if n != pile:
                add(others, self.of[group][r][n])
        return self._solve([*self.rows, (others, 1, numpy.inf)])

    def _solve(self, rows: list[tuple[Sum, float, float]]) -> bool:
        at, columns, values, low, high = [0], [], [], [], []
        for row, least, most in rows:
            constant = row.get(-1, 0)
            columns += [v for v in row if v >= 0]
            values += [x for v, x in row.items() if v >= 0]
            at.append(len(columns))
            low.append(least - constant)
            high.append(most - constant)
        size = len(self.most)
        matrix = csr_array((values, columns, at), shape=(len(rows), size))
        whole, limits = numpy.ones(size), Bounds(numpy.zeros(size), numpy.array(self.most))
        within = LinearConstraint(matrix, low, high)
        found = milp(numpy.zeros(size), bounds=limits, constraints=within)  # mostly says no already, and quickly
        if found.status == 0:
            found = milp(numpy.zeros(size), integrality=whole, bounds=limits, constraints=within)
        assert found.status in (0, 2), found.message
        return found.status == 0

    def _new(self, most: float) -> int:
        self.most.append(most)
        return len(self.most) - 1

    def _group(self, group: Group, facts: Sequence[Fact]) -> list[list[Sum]]:
        """Variables and flows of one group; by round and pile, how many of it are there."""
        at: dict[State, Sum] = {}
        for n in PILES:
            start: Sum = {self._new(group.size): 1}
            at[n, n] = start
        self.rows.append((_all(at.values()), group.size, group.size))
        there = [self._here(group, 0, at)]
        for r in range(1, len(facts)):
            if group.taps[r]:
                at = self._tapping(group, r, at)
            if facts[r].told:
                at = _told(at)
            there.append(self._here(group, r, at))
        return there

    def _tapping(self, group: Group, r: int, at: dict[State, Sum]) -> dict[State, Sum]:
        after: dict[State, Sum] = {}
        for (told, now), here in at.items():
            goes: Sum = {}
            for to in PILES:
                way = direction(told, to)
                if group.said[r] and to == now:
                    continue
                v = self._new(group.size)
                goes[v] = 1
                add(after.setdefault((told, to), {}), {v: 1})
                if to != now:  # who taps *stay* leaves nothing
                    add(self.flow.left[r][now], {v: 1})
                add(self.flow.went[r].setdefault(way, {}), {v: 1})
            add(goes, here, -1)
            self.rows.append((goes, 0, 0))
        return after

    def _here(self, group: Group, r: int, at: dict[State, Sum]) -> list[Sum]:
        here: list[Sum] = [{} for _ in PILES]
        for (_, now), some in at.items():
            add(here[now], some)
        for n in PILES:
            add(self.flow.now[r][n], here[n])
            if group.taps[r]:
                add(self.flow.tapped[r][n], here[n])
            if group.stands is not None:
                known = group.size * (group.stands[r] == n)
                self.rows.append((here[n], known, known))
        return here

    # ------------------------------------------------------------ what was told

    def _fact(self, r: int, fact: Fact, facts: Sequence[Fact]) -> None:
        here = self.flow.tapped[r] if fact.tapped_only else self.flow.now[r]
        if fact.picture is not None:
            self.rows += [(here[n], told, told) for n, told in enumerate(fact.picture)]
        if fact.placed is not None:
            self.rows.append((_all(here[:UNSURE]), *fact.placed))
        self.rows += [(self._going(r, c), c.least, c.most) for c in fact.counts]
        if fact.uneven:
            self._one_of([self._few(r, ways) for ways in fact.uneven])
        if fact.gate is not None:
            self._gate(r, fact.gate, facts)

    def _going(self, r: int, count: Count) -> Sum:
        return _all(self.flow.went[r].get(d, {}) for d in count.directions)

    def _few(self, r: int, ways: frozenset[str]) -> int:
        """A variable that may be 1 only when one or two went these ways."""
        few, going = self._new(1), self._going(r, Count(ways, 0, 0))
        self._when(few, going, 1, NAMED - 1)
        return few

    def _when(self, sign: int, some: Sum, least: float | None, most: float | None) -> None:
        """Limits that hold when a 0-1 variable is 1."""
        if least is not None:
            self.rows.append((total(some, {sign: -self.big}), least - self.big, numpy.inf))
        if most is not None:
            self.rows.append((total(some, {sign: self.big}), -numpy.inf, most + self.big))

    def _one_of(self, signs: list[int]) -> None:
        self.rows.append((dict.fromkeys(signs, 1.0), 1, numpy.inf))

    def _gate(self, r: int, is_open: bool, facts: Sequence[Fact]) -> None:
        """Rule 4: three stayed, and two stages hold somebody who never left, over the chain of told pictures."""
        stayed = self.flow.went[r].get("same", {})
        hold = [self._holds(r, n, facts) for n in range(UNSURE)]
        if is_open:
            self.rows += [(stayed, NAMED, numpy.inf), (dict.fromkeys(hold, 1.0), 2, numpy.inf)]
            return
        few, narrow = self._new(1), self._new(1)
        self._when(few, stayed, None, NAMED - 1)
        self._when(narrow, dict.fromkeys(hold, 1.0), None, 1)
        self._one_of([few, narrow])

    def _holds(self, r: int, pile: int, facts: Sequence[Fact]) -> int:
        """A variable that is 1 if and only if this stage holds somebody who never left, as standing.py reckons it."""
        holds, links = self._new(1), []
        for base, until in spans(r, facts):
            rest = _all([self.flow.now[base][pile]])
            for q in range(base + 1, until + 1):
                add(rest, self.flow.left[q][pile], -1)
            link = self._new(1)
            self._when(link, rest, 1, None)
            self.rows.append((total(rest, {link: -self.big}), -numpy.inf, 0))
            links.append(link)
        for link in links:
            self.rows.append(({holds: 1, link: -1}, -numpy.inf, 0))
        self.rows.append((total({holds: 1}, dict.fromkeys(links, -1.0)), 1 - len(links), numpy.inf))
        return holds


def spans(r: int, facts: Sequence[Fact]) -> list[tuple[int, int]]:
    """From each told picture to the next one, and from the last one to round r."""
    bases = [q for q in range(r) if facts[q].told]
    return list(zip(bases, [*bases[1:], r], strict=True))


def add(to: Sum, some: Sum, times: float = 1) -> None:
    """Adds one sum to another, in place."""
    for v, x in some.items():
        to[v] = to.get(v, 0) + times * x


def total(*some: Sum) -> Sum:
    """A new sum of these."""
    whole: Sum = {}
    for one in some:
        add(whole, one)
    return whole


def _all(some: object) -> Sum:
    return total(*some)  # type: ignore[misc]


def _told(at: dict[State, Sum]) -> dict[State, Sum]:
    """From here on everything is relative to where people are now."""
    after: dict[State, Sum] = {}
    for (_, now), some in at.items():
        add(after.setdefault((now, now), {}), some)
    return after
