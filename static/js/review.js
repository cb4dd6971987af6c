// The review screen by keyboard: which bullet is current, its letters, and where the focus goes after an answer.
"use strict";

{
  const form = document.getElementById("review");
  const keysOn = form?.hasAttribute("data-shortcuts");
  const rows = () => [...document.querySelectorAll("#bullets > .bullet-row")];
  const current = () => document.querySelector("#bullets > [aria-current]");

  const makeCurrent = (row) => {
    if (!row || row === current()) return;
    for (const other of rows()) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    row.dispatchEvent(new CustomEvent("bullet:current", { bubbles: true }));
  };

  const go = (row) => {
    if (!row) return;
    makeCurrent(row);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  const step = (by) => {
    const all = rows();
    const at = all.indexOf(current());
    go(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };

  // The next that waits after this one, or the first that waits at all.
  const nextAfter = (row) => {
    const all = rows();
    const waits = all.filter((one) => one.hasAttribute("data-open"));
    return waits.find((one) => all.indexOf(one) > all.indexOf(row)) || waits[0];
  };

  const opened = (row, name) => {
    const part = row?.querySelector(`details.${name}`);
    if (!part) return;
    part.open = true;
    const field = part.querySelector("textarea");
    field.focus();
    if (name === "edit") field.setSelectionRange(field.value.length, field.value.length);
  };

  const press = (row, selector) => row?.querySelector(selector)?.click();

  // A bullet that a check keeps back is right only with a reason: that is asked for before it is accepted.
  const accept = (row) => {
    const reason = row?.querySelector(".answer textarea");
    if (reason && !reason.value.trim()) reason.focus();
    else press(row, ".accept");
  };

  const ownWords = () => {
    const own = document.getElementById("own");
    if (!own) return;
    own.open = true;
    own.querySelector("textarea").focus();
  };

  // Letters that come while an answer is on its way are for what stands there after it, so they wait.
  let underWay = false;
  const waitingKeys = [];

  const showKeys = () => document.getElementById("keys")?.showModal();

  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    a: () => accept(current()),
    e: () => opened(current(), "edit"),
    r: () => opened(current(), "reject"),
    u: () => press(current(), "[value=up]"),
    d: () => press(current(), "[value=down]"),
    ArrowUp: () => press(current(), "[value=up]"),
    ArrowDown: () => press(current(), "[value=down]"),
    n: ownWords,
    "?": showKeys,
  };

  const keepTyped = (field) => {
    const part = field.closest(".verdicts details, .answer, .own-bullet");
    if (!part) return;
    const button = part.matches(".answer") ? part.parentElement.querySelector(".accept") : part.querySelector("button");
    button?.click();
  };

  const approve = () => document.querySelector("#decision-bar [value=both]")?.click();

  // Arrows scroll, unless a bullet itself has the focus.
  const isForUs = (event) => !event.key.startsWith("Arrow") || event.target.matches?.(".bullet-row");

  const onKey = (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const field = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && field) return go(field.closest(".bullet-row"));
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return field ? keepTyped(field) : approve();
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = deeds[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed || !isForUs(event)) return;
    event.preventDefault();
    if (underWay) waitingKeys.push(deed);
    else deed();
  };

  // What asks for words ends what was pressed ahead: it was meant for another bullet.
  const goOn = () => {
    underWay = false;
    if (document.activeElement?.matches("textarea, [role=alert]")) waitingKeys.length = 0;
    while (waitingKeys.length && !underWay) waitingKeys.shift()();
  };

  const settle = (row) => {
    const asks = row.querySelector(".field-wrong textarea") || (row.hasAttribute("data-kept-back") && row.querySelector(".answer textarea"));
    makeCurrent(row);
    if (asks) asks.focus();
    else if (row.hasAttribute("data-open")) go(row);
    else go(nextAfter(row) || row);
  };

  if (form) {
    let pressed = null;
    const follow = () => {
      const row = pressed && document.getElementById(pressed.id);
      const moves = pressed?.moves;
      pressed = null;
      if (row) moves ? go(row) : settle(row);
      else if (!current()) makeCurrent(nextAfter(null));
    };
    if (keysOn) {
      document.addEventListener("keydown", onKey);
      const button = document.getElementById("show-keys");
      button.hidden = false;
      button.addEventListener("click", showKeys);
    }
    form.addEventListener("focusin", (event) => makeCurrent(event.target.closest(".bullet-row")));
    form.addEventListener("click", (event) => makeCurrent(event.target.closest(".bullet-row")));
    form.addEventListener("toggle", (event) => {
      if (event.target.matches(".verdicts details") && event.target.open) event.target.querySelector("textarea").focus();
    }, true);
    document.body.addEventListener("htmx:beforeRequest", (event) => {
      const row = event.target.closest(".bullet-row");
      if (!row) return;
      pressed = { id: row.id, moves: event.target.name?.endsWith("-move"), xhr: event.detail.xhr };
      underWay = true;
    });
    // No answer at all: what was pressed ahead is forgotten with it.
    for (const lost of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
      document.body.addEventListener(lost, () => {
        underWay = false;
        waitingKeys.length = 0;
        pressed = null;
      });
    }
    // A refusal carries the bullet with what is wrong, or the reasons: both are to be seen.
    document.body.addEventListener("htmx:beforeSwap", (event) => {
      if ([409, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
    });
    document.body.addEventListener("htmx:afterSettle", (event) => {
      const refused = event.detail.target?.id === "review-alert";
      // Once for an answer, whose parts settle one by one. Colleagues and the bell are answered too, perhaps while a
      // verdict is on its way: that is no answer to it, and the eye stays where it is.
      const answered = pressed && event.detail.xhr === pressed.xhr;
      if (refused || answered) setTimeout(goOn);
      if (refused) {
        pressed = null;
        document.querySelector("#review-alert [role=alert]")?.focus();
      } else if (answered || !pressed) follow();
    });
    makeCurrent(document.querySelector("#bullets > :target") || rows().find((row) => row.hasAttribute("data-open")) || rows()[0]);
  }
}
