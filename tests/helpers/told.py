"""Figures of released reports for overviews, made by hand."""

from workshop.outputs.overview import Report
from workshop.outputs.told_figures import ToldCard, ToldFigures, ToldMove

STAGES = (("expected", "Expected"), ("problematic", "Problematic"), ("violent", "Violent"))


def a_card(text="Kept it", tallies=(5, 0, 5), unsure=2, kind="split", missing=()):
    return ToldCard(text, tallies, unsure, kind, missing)


def a_move(card="Kept it", information="It was shared.", moved=(0, 6, 5), expected="up"):
    return ToldMove(card, information, expected, moved)


ONE = (a_card(),)


def told(people=12, held_on="2026-02-03", version=1, cards=ONE, moves=(), **more):
    known = {
        "title": "Autumn", "held_on": held_on, "scenario": "chat", "scenario_title": "The chat", "version": version,
        "k": 5, "people": people, "stages": STAGES, "cards": cards, "moves": moves,
        "confidence": (("ask", "Say what I need to know", 4, 6),), "needs": (("The law", 6),),
    }  # fmt: skip
    return ToldFigures(**known | more)


def reports(*figures, summed=True):
    return [Report(f, summed and f.people is not None) for f in figures]
