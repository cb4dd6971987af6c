// Asks before a typed and unsaved text is left behind.
"use strict";

{
  const form = document.querySelector("form[data-unsaved]");
  if (form) {
    let changed = form.dataset.unsaved === "yes";
    form.addEventListener("input", () => {
      changed = true;
    });
    form.addEventListener("submit", () => {
      changed = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (changed) event.preventDefault();
    });
  }
}
