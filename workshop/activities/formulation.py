"""The group formulation: short notes in sections, support, links "because", and one shared explanation."""

from __future__ import annotations

from workshop.activities import formulation_asked as asked
from workshop.activities import formulation_asked_parts as asked_parts
from workshop.activities import formulation_links as links
from workshop.activities import formulation_locks as locks
from workshop.activities import formulation_notes as notes
from workshop.activities import formulation_said as said
from workshop.activities import formulation_silent as silent
from workshop.activities import formulation_stacks as stacks
from workshop.activities import formulation_undo as undoing
from workshop.activities import formulation_versions as versions
from workshop.activities import formulation_wordings as offered
from workshop.activities.base import (
    BOTH,
    DELEGATE,
    FACILITATOR,
    Activity,
    Ahead,
    Command,
    DrawPicture,
    GatherSupport,
    Moment,
    Nothing,
    Quota,
    round_scope,
)
from workshop.activities.board_bodies import OneRound, Reveal
from workshop.activities.board_parts import PROGRESS
from workshop.activities.codes import LATE, NOT_NOW, WRITTEN
from workshop.activities.formulation_asked_bodies import AskWhatHolds, SayWhatHolds
from workshop.activities.formulation_bodies import (
    Add,
    Edit,
    Explain,
    Hide,
    Join,
    Lane,
    Merge,
    Move,
    Recall,
    Restore,
    Support,
    TakeBack,
    Unlink,
)
from workshop.activities.formulation_parts import FORMULATION, OWN_SUPPORT
from workshop.activities.formulation_phases import FormulationSettings, ToPhase, phase, written
from workshop.activities.formulation_picture import PICTURE, WHERE
from workshop.activities.formulation_stack_bodies import FoldNotes, OneIdea, Undo, Unfold
from workshop.activities.formulation_traces import OFFERED, VERSIONS
from workshop.activities.formulation_undo_part import UNDO_LIST
from workshop.activities.formulation_wordings_parts import OFFERS_PART, OWN_PREFERRED
from workshop.activities.wordings import EDITS, EXPLANATION, NOTES, WORDINGS
from workshop.domain.formulation import SAID
from workshop.domain.note_kinds import SURE, VOICES
from workshop.domain.phases import PHASES
from workshop.domain.picture import AREAS, BAND

TEXT, NEW = {"text": (1, notes.LONGEST)}, {"text": (1, notes.LONGEST_NEW)}
REWRITTEN = (*NOT_NOW, *WRITTEN)
ACTIVITY = Activity(
    name="formulation",
    commands=(
        Command("formulation.add", Add, BOTH, notes.add, REWRITTEN, reads=notes.reads_add, texts=NEW),
        Command(
            "formulation.edit",
            Edit,
            BOTH,
            undoing.noted(notes.edit, undoing.reworded),
            REWRITTEN,
            reads=undoing.and_list(notes.reads_edit),
            costs=EDITS.name,
            texts=TEXT,
        ),
        Command(
            "formulation.move",
            Move,
            BOTH,
            undoing.noted(notes.move, undoing.moved),
            ("not_now", "full"),
            reads=undoing.and_list(notes.reads_move),
            costs=EDITS.name,
        ),
        Command(
            "formulation.merge",
            Merge,
            FACILITATOR,
            undoing.noted(notes.merge, undoing.merged),
            (*NOT_NOW, "too_long", "empty", "changed_meanwhile"),
            reads=undoing.and_list(notes.reads_merge),
            texts=TEXT,
        ),
        Command("formulation.support", Support, DELEGATE, notes.support, NOT_NOW, reads=notes.reads_support),
        Command("formulation.link", Join, BOTH, links.link, ("not_now", "full"), reads=links.reads_link),
        Command("formulation.take_back", TakeBack, DELEGATE, said.take_back, NOT_NOW, reads=said.reads_take_back),
        Command(
            "formulation.unlink",
            Unlink,
            FACILITATOR,
            undoing.noted(links.unlink, undoing.unlinked),
            reads=undoing.and_list(links.reads_unlink),
        ),
        Command(
            "formulation.idea",
            OneIdea,
            DELEGATE,
            stacks.idea,
            ("not_now", "full", "changed_meanwhile"),
            reads=stacks.reads_idea,
        ),
        Command(
            "formulation.fold",
            FoldNotes,
            FACILITATOR,
            undoing.noted(stacks.fold, lambda situation, body, change: undoing.stacked(change)),
            ("not_now", "changed_meanwhile"),
            reads=undoing.and_list(stacks.reads_fold),
        ),
        Command("formulation.unfold", Unfold, FACILITATOR, stacks.unfold, NOT_NOW, reads=stacks.reads_unfold),
        Command(
            "formulation.undo",
            Undo,
            FACILITATOR,
            undoing.undo,
            ("not_now", "changed_meanwhile"),
            reads=undoing.reads_undo,
        ),
        Command(
            "formulation.explain",
            Explain,
            FACILITATOR,
            links.explain,
            ("too_long", "changed_meanwhile"),
            reads=links.reads_explanation,
            durable=True,
            texts={"text": links.LONGEST_EXPLANATION},
        ),
        Command(
            "formulation.recall",
            Recall,
            FACILITATOR,
            links.recall,
            NOT_NOW,
            reads=links.reads_explanation,
            durable=True,
        ),
        Command(
            "formulation.restore",
            Restore,
            FACILITATOR,
            undoing.noted(notes.restore, undoing.reworded),
            NOT_NOW,
            reads=undoing.and_list(notes.reads_restore),
            durable=True,
        ),
        Command("formulation.gather", Nothing, FACILITATOR, notes.gather),
        Command(
            "formulation.hide",
            Hide,
            FACILITATOR,
            undoing.forgetting(notes.hide),
            reads=undoing.and_list(notes.reads_hide),
            durable=True,
        ),
        Command("formulation.lane", Lane, FACILITATOR, links.lane),
        *silent.COMMANDS,
        *offered.COMMANDS,
        *versions.COMMANDS,
        Command("formulation.phase", ToPhase, FACILITATOR, phase, durable=True),
        Command("formulation.ask", AskWhatHolds, FACILITATOR, asked.ask, NOT_NOW, reads=asked.reads_ask, durable=True),
        Command(
            "formulation.answer",
            SayWhatHolds,
            DELEGATE,
            asked.answer,
            LATE,
            reads=asked.reads_answer,
            scope=round_scope,
        ),
        Command("formulation.reveal", Reveal, FACILITATOR, asked.reveal, ("not_now", "too_few"), durable=True),
        Command("formulation.close", OneRound, FACILITATOR, asked.close, NOT_NOW, durable=True),
    ),
    parts=(
        FORMULATION,
        WORDINGS,
        asked_parts.AGREED,
        PROGRESS,
        stacks.STACKS,
        UNDO_LIST,
        OFFERS_PART,
        versions.CHANGED,
    ),
    own=(OWN_SUPPORT, said.OWN_LINKS, stacks.OWN_IDEAS, asked_parts.OWN_AGREED, OWN_PREFERRED),
    rounds=asked.ROUNDS,
    collections=(
        NOTES,
        locks.LOCKS,
        notes.LINKS,
        EXPLANATION,
        notes.SUPPORTERS,
        said.SAID,
        stacks.IDEAS,
        undoing.UNDO,
        silent.ENVELOPES,
        PICTURE,
        asked.HOLDS,
        asked.ASKED,
        OFFERED,
        offered.SHEETS,
        offered.PREFERRED,
        VERSIONS,
        versions.COMPARED,
    ),
    kept_counts=notes.SUPPORT,
    quotas=(Quota(NOTES.counter, 80), Quota(notes.LINKS.counter, 100), EDITS),
    names={
        "area": (*AREAS, BAND),
        "phase": PHASES,
        "offered": SAID,
        "sure": SURE,
        "voice": VOICES,
        **asked_parts.NAMES,
    },
    settings=FormulationSettings,
    written=written,
    follows=locks.follows,
    keeps=versions.keeps,
    moments=(Moment("support", 60, GatherSupport()), Moment("picture", 2, DrawPicture(), WHERE)),
    ahead=lambda steps, at, scenario: Ahead(
        lines=tuple(f"{s.title}: {s.prompt}" for s in scenario.formulation.sections)
    ),
)
