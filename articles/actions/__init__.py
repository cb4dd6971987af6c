"""Everything that a person can do to a story; each action is keyword-only, atomic, audited and says who may by policy.

Views, commands and tasks import from here; refusals are `TransitionBlocked` with reasons.
"""

from articles.actions.approve import approve, approve_text, return_to_writer
from articles.actions.ask import ask_nobody, ask_reviewer
from articles.actions.bullets import add_bullet, decide_bullet
from articles.actions.compose import compose
from articles.actions.confide import confide
from articles.actions.front import FrontClash, order_front, undo_front
from articles.actions.keep_from_search import keep_from_search
from articles.actions.notes import Note, correct
from articles.actions.propose_note import propose_note
from articles.actions.publish import publish, publish_alone, update_now
from articles.actions.recall import recall, restore
from articles.actions.restore_revision import restore_revision
from articles.actions.save_revision import SaveConflict, create_article, save_revision
from articles.actions.schedule import lift_embargo, schedule, set_embargo, unschedule
from articles.actions.settle_report import Settlement, settle_report
from articles.actions.spike import spike, unspike
from articles.actions.summary import request_summary, retry_summary, write_by_hand
from articles.actions.talk import Said, add_note, reopen_note, resolve_note
from articles.actions.tick import tick, untick, waive
from articles.actions.withdraw import hide_quick_take, revive, show_quick_take, withdraw
from articles.policies import Reason
from articles.transitions import TransitionBlocked

__all__ = [
    "FrontClash",
    "Note",
    "Reason",
    "Said",
    "SaveConflict",
    "Settlement",
    "TransitionBlocked",
    "add_bullet",
    "add_note",
    "approve",
    "approve_text",
    "ask_nobody",
    "ask_reviewer",
    "compose",
    "confide",
    "correct",
    "create_article",
    "decide_bullet",
    "hide_quick_take",
    "keep_from_search",
    "lift_embargo",
    "order_front",
    "propose_note",
    "publish",
    "publish_alone",
    "recall",
    "reopen_note",
    "request_summary",
    "resolve_note",
    "restore",
    "restore_revision",
    "retry_summary",
    "return_to_writer",
    "revive",
    "save_revision",
    "schedule",
    "set_embargo",
    "settle_report",
    "show_quick_take",
    "spike",
    "tick",
    "undo_front",
    "unschedule",
    "unspike",
    "untick",
    "update_now",
    "waive",
    "withdraw",
    "write_by_hand",
]
