// Keeps an unsaved text on the server, says so in the foot bar, and asks before an unsaved text is left behind.
"use strict";

{
  const form = document.querySelector("form[data-keep]");
  const PAUSE = 5000;

  const watch = () => {
    const shown = form.querySelector("[data-state]");
    const said = form.querySelector("[data-state-said]");
    let changed = form.dataset.changed === "yes";
    let waiting = 0; // The timer that runs until the next keeping.
    let sending = null; // What is under way.
    let dirty = false; // Typed since the last sending began.
    let leaving = false; // Saved or sent: whatever comes now must not be kept again.

    const say = (words, troubled) => {
      if (shown.textContent === words) return;
      shown.textContent = words;
      shown.classList.toggle("saved-state-trouble", Boolean(troubled));
      // Keeping is heard once and not every five seconds; trouble is heard always.
      if (troubled || !said.textContent.startsWith("Kept") || !words.startsWith("Kept")) said.textContent = words;
    };

    const read = async (response) => {
      const json = (response.headers.get("content-type") || "").includes("json");
      if (!json) return { error: "you seem to be logged out. Log in in another window; your text stays here." };
      return response.json();
    };

    const take = (answer) => {
      if (answer.error) {
        dirty = true;
        say(`Not kept: ${answer.error}`, true);
      } else if (answer.state === "saved") {
        changed = dirty;
        say("Nothing new to save");
      } else {
        say(`Kept ${answer.at}, not saved`);
      }
    };

    // Whoever logs in again in another window gets a new token; with the old one neither keeping nor saving would pass.
    const renewToken = () => {
      const found = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
      if (found) form.elements.csrfmiddlewaretoken.value = found[1];
    };

    const keep = async (last) => {
      window.clearTimeout(waiting);
      waiting = 0;
      if (leaving || !dirty) return;
      if (sending && !last) {
        later();
        return;
      }
      dirty = false;
      renewToken();
      const request = fetch(form.dataset.keep, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        keepalive: Boolean(last),
        credentials: "same-origin",
      });
      sending = request;
      try {
        take(await read(await request));
      } catch {
        if (leaving) return;
        dirty = true;
        say("Not kept: no connection. It is tried again.", true);
        later();
      } finally {
        if (sending === request) sending = null;
      }
    };

    const later = () => {
      if (!waiting) waiting = window.setTimeout(() => keep(false), PAUSE);
    };

    const changes = () => {
      changed = true;
      dirty = true;
      if (form.dataset.held === "yes") say("Not kept: first take up or throw away the text above.", true);
      else later();
    };

    form.addEventListener("input", changes);
    form.addEventListener("change", changes);
    // Django's look-up fields speak through jQuery alone, and say “change” when they are only made.
    const valueOf = (select) => [...select.selectedOptions].map((option) => option.value).join();
    const known = new Map([...form.querySelectorAll("select")].map((select) => [select, valueOf(select)]));
    const lookedUp = (event) => {
      const select = event.target;
      if (known.has(select) && known.get(select) === valueOf(select)) return;
      known.set(select, valueOf(select));
      changes();
    };
    if (window.django && window.django.jQuery) window.django.jQuery(form).on("change", "select", lookedUp);
    form.addEventListener("submit", () => {
      renewToken();
      leaving = true;
      window.clearTimeout(waiting);
    });
    window.addEventListener("pageshow", () => {
      leaving = false;
    });
    window.addEventListener("online", () => keep(false));
    const goes = () => {
      if (form.dataset.held !== "yes") keep(true);
    };
    window.addEventListener("pagehide", goes);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") goes();
    });
    window.addEventListener("beforeunload", (event) => {
      if (!changed || leaving) return;
      event.preventDefault();
      // Now, and not when the page is hidden: after a reload the text must be there to be offered.
      goes();
    });
    // A refused form holds what may never have been kept: whoever switches off now must find it again.
    if (changed && form.dataset.held !== "yes") {
      dirty = true;
      keep(false);
    }
    // The preview shows what is kept, so it asks for a keeping first.
    form.addEventListener("desk:keep", (event) => {
      event.detail.kept = form.dataset.held === "yes" ? Promise.resolve() : keep(true);
    });
  };

  if (form) watch();
}
