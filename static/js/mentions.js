// Suggests colleagues while somebody types @ in a note: arrows, Enter, Escape; without it the name is simply typed.
"use strict";

{
  const NAME = /(?<![\p{L}\p{N}_@.])@([\p{L}\p{N}_.+-]*)$/u;
  const PAUSE = 150;
  let waiting = 0;
  let asked = 0; // The newest question: answers to older ones come too late.
  let closed = ""; // What stood before the cursor when Escape closed the list.

  const list = () => document.getElementById("note-people");
  const said = (words) => {
    document.getElementById("note-people-said").textContent = words;
  };
  const before = (field) => field.value.slice(0, field.selectionStart);
  const typedIn = (field) => (field.selectionStart === field.selectionEnd ? NAME.exec(before(field)) : null);
  const options = () => [...list().children];
  const chosen = () => options().find((option) => option.getAttribute("aria-selected") === "true");
  const isOpen = () => Boolean(list()) && !list().hidden;

  const close = (field) => {
    window.clearTimeout(waiting);
    asked += 1;
    if (!isOpen()) return;
    list().hidden = true;
    list().replaceChildren();
    said("");
    ["aria-controls", "aria-activedescendant"].forEach((name) => field.removeAttribute(name));
  };

  const choose = (field, option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const take = (field, option) => {
    const found = typedIn(field);
    if (found) {
      const words = `@${option.dataset.account} `;
      field.setRangeText(words, found.index, field.selectionStart, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    close(field);
  };

  const show = (field, people) => {
    close(field);
    if (!people.length) return;
    list().replaceChildren(
      ...people.map((person) => {
        const option = document.createElement("li");
        const account = document.createElement("span");
        option.id = `person-${person.account}`;
        option.className = "person";
        option.setAttribute("role", "option");
        option.dataset.account = person.account;
        account.className = "quiet";
        account.textContent = `@${person.account}`;
        option.append(person.name, " ", account);
        return option;
      }),
    );
    list().hidden = false;
    field.setAttribute("aria-controls", list().id);
    choose(field, list().firstElementChild);
    said(`${people.length} ${people.length === 1 ? "colleague" : "colleagues"}: arrows choose, Enter takes, Escape leaves.`);
  };

  const ask = async (field) => {
    const found = typedIn(field);
    if (!found || before(field) === closed) {
      close(field);
      return;
    }
    asked += 1;
    const question = asked;
    try {
      const response = await fetch(`${field.dataset.people}?q=${encodeURIComponent(found[1])}`, { credentials: "same-origin" });
      const json = (response.headers.get("content-type") || "").includes("json");
      const { people } = response.ok && json ? await response.json() : { people: [] };
      if (question === asked && document.activeElement === field) show(field, people);
    } catch {
      if (question === asked) close(field); // Without a connection the name is typed.
    }
  };

  const fieldOf = (event) => (event.target.matches && event.target.matches("[data-people]") ? event.target : null);

  document.addEventListener("input", (event) => {
    const field = fieldOf(event);
    if (!field) return;
    closed = "";
    window.clearTimeout(waiting);
    if (typedIn(field)) waiting = window.setTimeout(() => ask(field), PAUSE);
    else close(field);
  });

  document.addEventListener("keydown", (event) => {
    const field = fieldOf(event);
    if (!field || !isOpen() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options();
    const at = all.indexOf(chosen());
    const acts = {
      ArrowDown: () => choose(field, all[(at + 1) % all.length]),
      ArrowUp: () => choose(field, all[(at + all.length - 1) % all.length]),
      Enter: () => take(field, all[at]),
      Tab: () => take(field, all[at]),
      Escape: () => {
        closed = before(field);
        close(field);
      },
    };
    if (!(event.key in acts) || (event.shiftKey && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  }, true);

  document.addEventListener("keyup", (event) => {
    const field = fieldOf(event);
    if (field && isOpen() && !typedIn(field)) close(field);
  });

  // Before the click takes the focus away from the field, which closes the list.
  document.addEventListener("pointerdown", (event) => {
    const option = event.target.closest && event.target.closest("#note-people [role=option]");
    if (!option) return;
    event.preventDefault();
    take(document.querySelector("[data-people]"), option);
  });

  document.addEventListener("focusout", (event) => {
    const field = fieldOf(event);
    if (field) close(field);
  });
}
