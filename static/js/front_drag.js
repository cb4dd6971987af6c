// Dragging a story to another place by its number, for those with a mouse; the buttons and keys do the same for everybody.
// The page is asked again after each drop, so that what stands at a place is always said by the server.
(() => {
  "use strict";

  if (!window.htmx || !window.matchMedia("(pointer: fine)").matches) return;
  let dragged = null;

  function prepare() {
    document.querySelectorAll("#front-order .front-number").forEach((number) => {
      number.draggable = Boolean(number.closest("[data-slot]"));
    });
    document.querySelector(".front-drag")?.removeAttribute("hidden");
  }

  function clear() {
    document
      .querySelectorAll(".front-before, .front-after")
      .forEach((slot) => slot.classList.remove("front-before", "front-after"));
  }

  // Whether the pointer is in the lower half of a story, which then comes before the dragged one.
  function isBelow(slot, event) {
    const box = slot.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  }

  document.addEventListener("dragstart", (event) => {
    const slot = event.target.closest?.("#front-order [data-slot]");
    if (!slot || !event.target.classList?.contains("front-number")) return;
    dragged = slot;
    slot.classList.add("front-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(slot, 8, 8);
  });

  document.addEventListener("dragover", (event) => {
    const slot = dragged && event.target.closest?.("[data-slot]");
    if (!slot) return;
    event.preventDefault();
    clear();
    if (slot !== dragged) slot.classList.add(isBelow(slot, event) ? "front-after" : "front-before");
  });

  document.addEventListener("drop", (event) => {
    const slot = dragged && event.target.closest?.("[data-slot]");
    if (!slot) return;
    event.preventDefault();
    if (slot === dragged) return;
    const place = isBelow(slot, event) ? slot.nextElementSibling : slot;
    if (place === dragged || place === dragged.nextElementSibling) return;
    slot.parentElement.insertBefore(dragged, place);
    const ask = document.getElementById("front-placed");
    ask.value = `place:${dragged.querySelector("[name=article]").value}`;
    ask.click();
  });

  document.addEventListener("dragend", () => {
    dragged?.classList.remove("front-dragged");
    dragged = null;
    clear();
  });

  document.addEventListener("htmx:afterSettle", prepare);
  prepare();
})();
