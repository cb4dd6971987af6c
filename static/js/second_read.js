// Confirms a second read with one key.
"use strict";

{
  const button = document.querySelector("[data-confirm-key]");
  if (button) {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      if (event.key.toLowerCase() === button.dataset.confirmKey) button.click();
    });
  }
}
