// Orders the names over a story by buttons, by Alt and an arrow, and by dragging; without it a name's place is a number.
"use strict";

{
  const group = document.getElementById("bylines-group");

  const order = () => {
    const empty = group.querySelector(".empty-form");
    const said = document.createElement("p");
    const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
    const placeOf = (row) => row.querySelector('[name$="-position"]');
    const indexOf = (row) => Number(row.id.slice(row.id.lastIndexOf("-") + 1));
    const nameOf = (row) => {
      const chosen = row.querySelector('select[name$="-author"]').selectedOptions[0];
      return (chosen && chosen.value && chosen.textContent.trim()) || "Nobody yet";
    };
    let dragged = null;

    // A field that is taken out of the page and put in again forgets that it had the focus.
    const arrange = (sorted) => {
      const here = document.activeElement;
      sorted.forEach((row) => empty.before(row));
      if (group.contains(here)) here.focus();
    };
    const byPlace = () => arrange(rows().sort((one, other) => placeOf(one).value - placeOf(other).value));
    const byIndex = () => arrange(rows().sort((one, other) => indexOf(one) - indexOf(other)));

    const label = () => {
      const all = rows();
      all.forEach((row, at) => {
        row.querySelector("[data-place]").textContent = `${at + 1} of ${all.length}`;
        row.querySelectorAll("[data-step]").forEach((button) => {
          button.setAttribute("aria-label", `${button.textContent}: ${nameOf(row)}`);
        });
      });
    };
    const number = () => {
      rows().forEach((row, at) => {
        placeOf(row).value = at + 1;
      });
      label();
    };
    const move = (row, to) => {
      const all = rows();
      const at = all.indexOf(row);
      if (to < 0 || to >= all.length || to === at) {
        said.textContent = `${nameOf(row)} is ${to < 0 ? "first" : "last"} already.`;
        return;
      }
      all.splice(at, 1);
      all.splice(to, 0, row);
      arrange(all);
      number();
      said.textContent = `${nameOf(row)}: ${to + 1} of ${all.length}.`;
      placeOf(row).dispatchEvent(new Event("change", { bubbles: true }));
    };

    const button = (words, step, row) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "link-button";
      made.dataset.step = step;
      made.textContent = words;
      made.addEventListener("click", () => move(row, rows().indexOf(row) + step));
      return made;
    };
    const dress = (row) => {
      const place = document.createElement("span");
      place.className = "byline-place";
      place.dataset.place = "";
      place.draggable = true;
      row.querySelector(".inline-head").prepend(place, button("Up", -1, row), button("Down", 1, row));
      row.classList.add("byline-ordered");
      placeOf(row).closest(".field").hidden = true;
    };

    const unmark = () => rows().forEach((row) => row.classList.remove("byline-before", "byline-after"));
    const under = (event) => {
      const row = event.target.closest(".inline-related");
      if (!dragged || !row) return null;
      const box = row.getBoundingClientRect();
      return { row, after: event.clientY > box.top + box.height / 2 };
    };
    group.addEventListener("dragstart", (event) => {
      if (!event.target.dataset || !("place" in event.target.dataset)) return;
      dragged = event.target.closest(".inline-related");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", nameOf(dragged));
      event.dataTransfer.setDragImage(dragged, 0, 0);
    });
    group.addEventListener("dragover", (event) => {
      const found = under(event);
      if (!found) return;
      event.preventDefault();
      unmark();
      found.row.classList.add(found.after ? "byline-after" : "byline-before");
    });
    group.addEventListener("drop", (event) => {
      const found = under(event);
      if (!found) return;
      event.preventDefault();
      const rest = rows().filter((row) => row !== dragged);
      if (found.row !== dragged) move(dragged, rest.indexOf(found.row) + (found.after ? 1 : 0));
    });
    group.addEventListener("dragend", () => {
      dragged = null;
      unmark();
    });

    // Before the look-up field, which would open its list at Alt and ↓: Enter opens it as well.
    group.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const row = event.target.closest(".inline-related");
      if (!step || !row || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(row, rows().indexOf(row) + step);
    }, true);

    document.addEventListener("formset:added", (event) => {
      if (!group.contains(event.target)) return;
      dress(event.target);
      number();
    });
    // Django numbers the rows anew by where they stand, and the saved ones have to come first for it.
    group.addEventListener("click", (event) => {
      if (!event.target.closest(".inline-deletelink")) return;
      byIndex();
      window.setTimeout(() => {
        byPlace();
        number();
        placeOf(empty).dispatchEvent(new Event("change", { bubbles: true }));
      });
    }, true);
    if (window.django && window.django.jQuery) window.django.jQuery(group).on("change", "select", label);

    said.className = "unseen";
    said.setAttribute("role", "status");
    group.append(said);
    rows().forEach(dress);
    byPlace();
    label();
  };

  if (group && group.querySelector(".empty-form")) order();
}
