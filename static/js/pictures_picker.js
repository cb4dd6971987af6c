// Opens the picture store in a dialog over a form and puts the chosen picture into the select that asked for it.
"use strict";

(() => {
  if (!window.htmx || !window.HTMLDialogElement) return;
  let asking = null;

  const dialog = document.createElement("dialog");
  dialog.className = "picker-dialog";
  dialog.setAttribute("aria-labelledby", "picker-title");
  dialog.innerHTML =
    '<div class="picker-head"><h2 id="picker-title">Choose a picture</h2>' +
    '<button type="button" class="button picker-close">Close</button></div>' +
    '<div id="picture-choices" class="picture-choices" tabindex="-1"></div>';
  const choices = dialog.querySelector(".picture-choices");

  function show(field, choice) {
    const shown = field.querySelector(".picker-chosen");
    shown.querySelector("img")?.remove();
    shown.hidden = !choice;
    field.querySelector(".picker-clear").hidden = !choice;
    field.querySelector(".picker-open").textContent = choice ? "Choose another" : "Choose a picture";
    if (!choice) return;
    const image = choice.querySelector("img").cloneNode();
    image.loading = "eager";
    shown.prepend(image);
    const said = { ".tile-title": "title", ".tile-credit": "credit", ".picker-rights": "rights", ".picker-warning": "warning" };
    Object.entries(said).forEach(([part, name]) => {
      shown.querySelector(part).textContent = choice.dataset[name] || "";
    });
    shown.querySelector(".picker-warning").classList.toggle("tile-warning", Boolean(choice.dataset.warning));
  }

  function take(field, choice) {
    const select = field.querySelector("select");
    const key = choice ? choice.dataset.key : "";
    if (choice && ![...select.options].some((option) => option.value === key)) {
      select.add(new Option(`${choice.dataset.title} (${choice.dataset.credit})`, key));
    }
    select.value = key;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    show(field, choice);
    field.querySelector("[role=status]").textContent = choice
      ? `“${choice.dataset.title}” ${field.dataset.chosenFor}`
      : `${field.dataset.empty} again.`;
    if (dialog.open) dialog.close();
    const alt = document.getElementById(`${select.id}_alt`);
    if (choice && alt && !alt.value.trim()) alt.focus();
    else field.querySelector(".picker-open").focus();
  }

  function mount(field) {
    if (field.dataset.mounted) return;
    field.dataset.mounted = "yes";
    const select = field.querySelector("select");
    const open = field.querySelector(".picker-open");
    select.hidden = true;
    field.querySelector(".picker-links").hidden = true;
    field.querySelector(".picker-buttons").hidden = false;
    open.addEventListener("click", () => {
      asking = field;
      if (!dialog.isConnected) document.body.append(dialog);
      dialog.showModal();
      window.htmx.ajax("GET", field.dataset.choose, { target: choices, swap: "innerHTML" });
    });
    field.querySelector(".picker-clear").addEventListener("click", () => take(field, null));
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (label) {
      label.id = label.id || `${select.id}_label`;
      label.removeAttribute("for");
      open.id = `${select.id}_open`;
      open.setAttribute("aria-describedby", label.id);
    }
  }

  dialog.querySelector(".picker-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    const choice = event.target.closest(".picture-choice");
    if (choice) take(asking, choice);
    else if (event.target === dialog) dialog.close();
  });
  choices.addEventListener("htmx:afterSwap", () => {
    const fresh = choices.querySelector("[data-fresh]");
    if (fresh) take(asking, fresh);
  });
  const mountAll = () => document.querySelectorAll(".picker").forEach(mount);
  // A form may be put in place anew while it is worked on.
  document.addEventListener("htmx:afterSettle", mountAll);
  mountAll();
})();
