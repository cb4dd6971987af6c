"""What an act of the audit log is called in words, as a sentence that a name stands before; it records nothing."""

from __future__ import annotations

from newsroom.stages import Move

# Each goes on after a name: “Ben Osei published the story”.
_MOVES: dict[Move, str] = {
    Move.REQUEST_SUMMARY: "sent the story for review",
    Move.SUMMARY_READY: "drafted a Quick Take",
    Move.APPROVE: "approved text and Quick Take",
    Move.APPROVE_TEXT: "approved the text, without a Quick Take",
    Move.RETURN: "returned the story to the writer",
    Move.REVISE: "changed the story in substance, so that it is a draft again",
    Move.CARRY: "changed nothing of substance, so the approval was carried over",
    Move.SCHEDULE: "scheduled the story",
    Move.UNSCHEDULE: "took the story off the schedule",
    Move.SETTLE: "noted that the scheduled version is out",
    Move.PUBLISH: "published the story",
    Move.PUBLISH_ALONE: "published the story alone",
    Move.UPDATE_NOW: "updated the live story at once",
    Move.RENEW_QUICK_TAKE: "confirmed text and Quick Take of the live story",
    Move.SECOND_READ: "gave the live text its second read",
    Move.CORRECT: "added a note for readers",
    Move.HIDE_QUICK_TAKE: "hid the Quick Take from readers",
    Move.SHOW_QUICK_TAKE: "showed the Quick Take again",
    Move.WITHDRAW: "withdrew the story",
    Move.REVIVE: "brought the story back",
    Move.SPIKE: "spiked the story",
    Move.UNSPIKE: "took the story off the spike",
    Move.SET_EMBARGO: "set an embargo",
    Move.LIFT_EMBARGO: "lifted the embargo",
}
_OTHERS = {
    "create": "started the story",
    "save_revision": "saved the text",
    "save_details": "changed details of the story",
    "retry_summary": "asked the machine for a Quick Take again",
    "write_by_hand": "began a Quick Take by hand",
    "decide_bullet": "decided on a bullet",
    "add_bullet": "added a bullet of their own",
    "move_bullet": "moved a bullet",
    "tick": "ticked an item of the checklist",
    "untick": "took a tick off the checklist",
    "waive": "passed an item of the checklist, with a reason",
    "confide": "changed who may know of the story",
    "keep_from_search": "asked search engines to leave the story out",
    "give_to_search": "let search engines show the story again",
    "quick_take_waits": "drafted a Quick Take late; it waits quietly",
    "import_not_applied": "refused what an import brought",
    "add_note": "left a note",
    "propose_note": "proposed a note for readers",
    "resolve_note": "resolved a note",
    "reopen_note": "opened a note again",
    "ask_reviewer": "asked somebody to review",
    "recall_quick_takes": "hid Quick Takes in bulk",
    "restore_quick_takes": "showed again what was hidden in bulk",
    "order_front": "put a front in order",
    "settle_report": "settled a reader’s report",
    "withdraw_image": "withdrew a picture",
    "bring_back_image": "brought a picture back",
    "fetch_original": "fetched a picture as it was sent",
}
_SAID: dict[str, str] = {**{move.value: words for move, words in _MOVES.items()}, **_OTHERS}
# What Django's own forms record of the house's rows: “add_section”.
_FORMS = {"add": "added", "change": "changed", "delete": "removed"}


def said(action: str) -> str:
    """Return the words for an act; one that nobody named is told in its own, which beats hiding it."""
    verb, _, noun = action.partition("_")
    if action not in _SAID and verb in _FORMS and noun:
        return f"{_FORMS[verb]} {noun.replace('_', ' ')}"
    return _SAID.get(action, action.replace("_", " "))


def is_named(action: str) -> bool:
    """Say whether an act has words of its own here."""
    return action in _SAID
