// Opens the picture store in a dialog over the story form and puts the chosen picture into its select.
"use strict";

(() => {
  const field = document.querySelector(".picker");
  if (!field || !window.htmx || !window.HTMLDialogElement) return;
  const select = field.querySelector("select");
  const open = field.querySelector(".picker-open");
  const clear = field.querySelector(".picker-clear");
  const shown = field.querySelector(".picker-chosen");
  const status = field.querySelector("[role=status]");

  const dialog = document.createElement("dialog");
  dialog.className = "picker-dialog";
  dialog.setAttribute("aria-labelledby", "picker-title");
  dialog.innerHTML =
    '<div class="picker-head"><h2 id="picker-title">Choose a picture</h2>' +
    '<button type="button" class="button picker-close">Close</button></div>' +
    '<div id="picture-choices" class="picture-choices" tabindex="-1"></div>';
  document.body.append(dialog);
  const choices = dialog.querySelector(".picture-choices");

  function say(part, words) {
    shown.querySelector(part).textContent = words || "";
  }

  function show(choice) {
    shown.querySelector("img")?.remove();
    shown.hidden = !choice;
    clear.hidden = !choice;
    open.textContent = choice ? "Choose another" : "Choose a picture";
    if (!choice) return;
    const image = choice.querySelector("img").cloneNode();
    image.loading = "eager";
    shown.prepend(image);
    say(".tile-title", choice.dataset.title);
    say(".tile-credit", choice.dataset.credit);
    say(".picker-rights", choice.dataset.rights);
    say(".picker-warning", choice.dataset.warning);
    shown.querySelector(".picker-warning").classList.toggle("tile-warning", Boolean(choice.dataset.warning));
  }

  function take(choice) {
    const key = choice ? choice.dataset.key : "";
    if (choice && ![...select.options].some((option) => option.value === key)) {
      select.add(new Option(`${choice.dataset.title} (${choice.dataset.credit})`, key));
    }
    select.value = key;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    show(choice);
    status.textContent = choice ? `“${choice.dataset.title}” is the picture of this story.` : "No picture any more.";
    if (dialog.open) dialog.close();
    const alt = document.getElementById("id_hero_alt");
    if (choice && alt && !alt.value.trim()) alt.focus();
    else open.focus();
  }

  select.hidden = true;
  field.querySelector(".picker-links").hidden = true;
  field.querySelector(".picker-buttons").hidden = false;
  open.addEventListener("click", () => {
    dialog.showModal();
    window.htmx.ajax("GET", field.dataset.choose, { target: choices, swap: "innerHTML" });
  });
  clear.addEventListener("click", () => take(null));
  dialog.querySelector(".picker-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    const choice = event.target.closest(".picture-choice");
    if (choice) take(choice);
    else if (event.target === dialog) dialog.close();
  });
  choices.addEventListener("htmx:afterSwap", () => {
    const fresh = choices.querySelector("[data-fresh]");
    if (fresh) take(fresh);
  });
  const label = document.querySelector(`label[for="${select.id}"]`);
  if (label) {
    label.id = label.id || `${select.id}_label`;
    label.removeAttribute("for");
    open.id = `${select.id}_open`;
    open.setAttribute("aria-describedby", label.id);
  }
})();
