"""Of the record in memory: what was released, what was asked to be destroyed, and pools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.helpers.fake_receipt import correction_receipt
from workshop.domain.ledger import No, nearly_the_same
from workshop.domain.periods import year_of
from workshop.service.ports import Destruction, KeptFigures, KeptOverview, KeptPool, Release, Superseded, Why


class FakeReports:
    """Mixed into FakeRecord."""

    shelves: Any
    process: Any
    _erase: Callable[[str, str | None, Why | None], None]

    def add_release(self, release: Release, left=None, figures=None) -> None:
        if any(r.session == release.session for r in self.shelves.releases.values()):
            raise ValueError("released before")
        self.shelves.releases[release.id] = release
        if figures is not None:
            self.add_figures(figures)
        if left is not None:
            kept = self.shelves.checkpoints[release.session]
            self.shelves.checkpoints[release.session] = replace(kept, collections=left)

    def correct_release(self, made: Release, of, left, figures: KeptFigures, on: str) -> bool:
        self.process.step("correct_release")
        before, sessions = self.shelves.releases.get(made.id), self.shelves.sessions
        if before is None or before.digests != of:
            return False
        chain = (*before.before, Superseded(before.digests, on))
        self.shelves.releases[made.id] = replace(made, before=chain)
        receipt = correction_receipt(sessions[made.session], made, of, on)
        self.shelves.receipts[receipt.id] = receipt
        sessions[made.session] = replace(sessions[made.session], title=made.title)
        kept = self.shelves.checkpoints[made.session]
        head = replace(kept.head, title=made.title)
        self.shelves.checkpoints[made.session] = replace(kept, collections=left, head=head)
        if made.id in self.shelves.figures:
            self.shelves.figures[made.id] = figures
            self._let_go(figures)
        return True

    def releases(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Release]:
        found = [r for r in self.shelves.releases.values() if r.organisation == organisation]
        listed = [replace(r, files={}, digests={}) for r in found]
        ordered = sorted(sorted(listed, key=lambda r: (r.title, r.id)), key=lambda r: r.released_on, reverse=True)
        return ordered[start:][:limit]

    def release(self, release: str) -> Release | None:
        return self.shelves.releases.get(release)

    def add_figures(self, figures: KeptFigures) -> None:
        if figures.release in self.shelves.releases and figures.release not in self.shelves.figures:
            self.shelves.figures[figures.release] = figures
            self.shelves.summed[figures.release] = self._may_be_summed(figures)
            self._let_go(figures)

    def _may_be_summed(self, asked: KeptFigures) -> bool:
        def near(one: KeptFigures) -> bool:
            apart = date.fromisoformat(one.held_on) - date.fromisoformat(asked.held_on)
            return nearly_the_same(one.people or 0, asked.people or 0, max(one.k, asked.k), apart)

        ours = [f for f in self.shelves.figures.values() if self.shelves.summed.get(f.release)]
        alike = [f for f in ours if (f.organisation, f.scenario) == (asked.organisation, asked.scenario)]
        return asked.people is not None and not any(map(near, alike))

    def _let_go(self, figures: KeptFigures) -> None:
        for period in (figures.quarter, year_of(figures.quarter)):
            self.shelves.overviews.pop((figures.organisation, period), None)

    def without_figures(self, limit: int) -> list[str]:
        known = sorted(self.shelves.releases.values(), key=lambda r: (r.released_on, r.id))
        return [r.id for r in known if r.id not in self.shelves.figures][:limit]

    def figures_of(self, organisation: str, quarters) -> list[tuple[str, bool]]:
        ours = [f for f in self.shelves.figures.values() if f.organisation == organisation and f.quarter in quarters]
        return [(f.figures, self.shelves.summed[f.release]) for f in ours]

    def quarters(self, organisation: str) -> dict[str, int]:
        found = Counter(f.quarter for f in self.shelves.figures.values() if f.organisation == organisation)
        return dict(sorted(found.items(), reverse=True))

    def overview(self, organisation: str, period: str) -> KeptOverview | None:
        return self.shelves.overviews.get((organisation, period))

    def save_overview(self, overview: KeptOverview) -> None:
        self.shelves.overviews[overview.organisation, overview.period] = overview

    def add_pool(self, asked: KeptPool, refusal) -> tuple[str, No | None]:
        earlier = [p for p in self.shelves.pools.values() if p.organisation == asked.organisation]
        same = next((p.id for p in earlier if p.pool.people == asked.pool.people), None)
        if same is not None:
            return same, None
        refused = refusal(asked.pool, [p.pool for p in earlier])
        if refused is not None:
            return "", refused
        self.shelves.pools[asked.id] = asked
        return asked.id, None

    def pool(self, pool: str) -> KeptPool | None:
        return self.shelves.pools.get(pool)

    def ask_destruction(self, asked: Destruction) -> None:
        self.shelves.destructions.setdefault(asked.release, asked)

    def destruction(self, release: str) -> Destruction | None:
        return self.shelves.destructions.get(release)

    def withdraw_destruction(self, release: str) -> bool:
        return self.shelves.destructions.pop(release, None) is not None

    def destroy(self, asked: Destruction, why: Why | None = None) -> bool:
        self.process.step("destroy")
        if self.shelves.destructions.get(asked.release) != asked:
            return False
        self._erase(self.shelves.releases[asked.release].session, asked.release, why)
        return True
