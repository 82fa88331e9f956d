"""What the desk sees of what can be undone: the newest first, in the words that notes have now."""

from __future__ import annotations

from workshop.activities.base import FACILITATOR, Part, Role, Slice, View
from workshop.activities.formulation_fold import Slices
from workshop.activities.formulation_notes import LINKS
from workshop.activities.formulation_stack_bodies import UndoPart, UndoShown
from workshop.activities.formulation_undo import LIST, UNDO, Item, undone, version_of
from workshop.activities.wordings import NOTES
from workshop.domain.scenario import Scenario
from workshop.domain.wordings import wording


def _part(view: View, role: Role) -> UndoPart:
    notes, links = view.collection(NOTES.name), view.collection(LINKS.name)
    kept = view.collection(UNDO.name).get(LIST.key)
    able = [x for x in (kept["items"] if kept else ()) if undone(x, notes, links) is not None]
    return UndoPart(version=version_of(kept), items=[_shown(x, notes, view.scenario) for x in reversed(able)])


def _shown(item: Item, notes: Slices, scenario: Scenario) -> UndoShown:
    what = item["what"]
    if what == "unlink":
        ends = (notes[item["was"][end]]["text"] for end in ("source", "target"))
        return UndoShown(what=what, text=next(ends), other=next(ends), kind=item["was"]["kind"])
    note = notes[item["note"]]
    return UndoShown(what=what, text=note["text"], other=_other(item, note, scenario), kind=None)


def _other(item: Item, note: Slice, scenario: Scenario) -> str:
    match item["what"]:
        case "move":
            return next((s.title for s in scenario.formulation.sections if s.id == item["to"]), "")
        case "edit":
            return str((wording(note, item["version"]) or note)["text"])
        case "merge":
            return str(item["was"]["text"])
        case _:
            return ""


UNDO_LIST = Part(
    "undo_list",
    UndoPart,
    _part,
    audiences=FACILITATOR,
    needs=lambda head: (UNDO.name, NOTES.name, LINKS.name),
)
