// Keys for the order of a front: J and K go from story to story, U and D move the one that has the focus, which then
// goes with it. Whoever leaves with an order that is not out is asked first.
(() => {
  "use strict";

  const stepOf = { j: 1, k: -1 };
  const moveOf = { u: "up", d: "down" };

  let typed = false;
  let leaving = false;
  const unsaved = () => typed || document.querySelector("#front-order[data-staged]");

  const note = (event) => {
    typed ||= Boolean(event.target.closest("#front-order") && event.target.name !== "q");
  };
  document.addEventListener("input", note);
  document.addEventListener("change", note);
  document.addEventListener("submit", () => {
    leaving = true;
  });
  document.addEventListener("click", (event) => {
    leaving ||= Boolean(event.target.closest("[data-leave]"));
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved() && !leaving) {
      event.preventDefault();
    }
  });

  document.addEventListener("htmx:afterSettle", () => document.querySelector("[data-focus]")?.focus());

  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("[data-front-keys]");
    const here = document.activeElement;
    if (!form || event.ctrlKey || event.metaKey || event.altKey || here.closest("input, textarea, select")) {
      return;
    }
    const slots = [...form.querySelectorAll("[data-slot]")];
    const at = slots.indexOf(here.closest("[data-slot]"));
    const key = event.key.toLowerCase();
    if (key in stepOf && slots.length) {
      const to = at < 0 ? 0 : Math.min(Math.max(at + stepOf[key], 0), slots.length - 1);
      event.preventDefault();
      slots[to].focus();
    } else if (key in moveOf && at >= 0) {
      event.preventDefault();
      slots[at].querySelector(`[data-move="${moveOf[key]}"]`).click();
    }
  });
})();
