// Asks every few seconds what changed on the first page of the desk, while somebody looks at it.
"use strict";

{
  const today = document.querySelector("[data-today]");
  const said = document.getElementById("today-said");
  const EVERY = 8000;

  const words = () =>
    [...document.querySelectorAll("[data-says]")].map((part) => part.dataset.says).join(". ");
  const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

  const ask = () => {
    if (document.visibilityState === "visible") window.htmx.trigger(today, "refresh");
  };

  if (today && window.htmx) {
    let before = words();
    let held = null;
    let lost = false;

    const trouble = (text) => {
      lost = true;
      if (said.textContent !== text) said.textContent = text;
      said.classList.remove("unseen");
    };

    today.addEventListener("htmx:beforeRequest", () => {
      held = document.activeElement;
    });
    today.addEventListener("htmx:afterRequest", (event) => {
      const answer = event.detail.xhr;
      if (!event.detail.successful) {
        if (!lost) trouble(`No answer from the desk since ${clock()}: what you see may be old.`);
        return;
      }
      // Whoever was logged out is sent to the log-in page, which has none of the parts.
      if (answer.status === 200 && !answer.responseText.includes("today-seen")) {
        trouble("You are logged out. Load this page again to log in.");
        return;
      }
      if (lost) said.textContent = "";
      lost = false;
      const after = words();
      if (after === before) return;
      before = after;
      said.classList.add("unseen");
      said.textContent = `Changed at ${clock()}: ${after}`;
    });
    // htmx puts focus back where the same link still is; where it is gone, the heading is the next best place.
    document.body.addEventListener("htmx:oobAfterSwap", () => {
      const gone = held && held !== document.body && !document.body.contains(held);
      if (gone && !(held.id && document.getElementById(held.id))) {
        document.getElementById("board").focus({ preventScroll: true });
        held = null;
      }
    });

    window.setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
  }
}
