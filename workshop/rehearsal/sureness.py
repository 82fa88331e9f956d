"""What a simulated room does when it is asked what holds: phones answer item by item, the facilitator shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workshop.domain.agreed import ANSWERS, MOST_LINKS, SENTENCES
from workshop.rehearsal.answer_policy import AnswerPolicy

Body = dict[str, Any]
PASSED_OVER, WITH_A_REASON = 0.04, 0.85
LEANS = ((10, 4, 1, 2), (6, 2, 6, 1), (3, 3, 8, 2))
"""How a room leans on an item, in the order of the answers: mostly yes, split, mostly no."""


@dataclass
class Sureness:
    """One phone's part in it. `said`: every answer with the words that it was about, for the report's checker."""

    said: list[Body] = field(default_factory=list[Body])

    def answers(self, policy: AnswerPolicy, part: Body) -> Iterator[Body]:
        """One `formulation.answer` for each item that is asked."""
        for item in part["items"]:
            answer, reason = self._one(policy, item, part["reasons"])
            yield {"round": part["round"], "item": item["id"], "answer": answer, "reason": reason}
            words = {name: item[name] for name in ("what", "kind", "first", "second")}
            words["question"] = item["id"] if item["what"] == "question" else ""
            self.said.append({"round": part["round"], **words, "answer": answer, "reason": reason})

    def _one(self, policy: AnswerPolicy, item: Body, reasons: list[str]) -> tuple[str | None, str | None]:
        about = (item["what"], item["kind"], item["first"], item["second"], item["id"])
        chance = policy.chance("holds", *about)
        if chance.random() < PASSED_OVER:
            return None, None
        lean = AnswerPolicy(policy.seed, 0).chance("lean", *about).choice(LEANS)
        answer = chance.choices(ANSWERS, lean)[0]
        sided = answer in ("yes", "no") and item["what"] != "question" and chance.random() < WITH_A_REASON
        return answer, chance.choice(reasons[:3]) if sided else None


def asked_of(formulation: Body) -> Iterator[Body]:
    """What a simulated facilitator asks: links and sentences at once, then the eight questions."""
    notes = {n["id"]: n["text"] for n in formulation["notes"]}
    links = sorted(formulation["links"], key=lambda x: (notes[x["source"]], notes[x["target"]], x["kind"]))
    written = [part for part in SENTENCES if formulation["explanation"][part]["text"]]
    yield {"links": [x["id"] for x in links][:MOST_LINKS], "sentences": written}
    yield {"questions": True}
