// Keys on the page for writing, and the list of them; with a modifier they work everywhere, letters only outside of fields.
"use strict";

{
  const form = document.querySelector("form[data-keep]");
  const list = document.getElementById("shortcuts");

  const listen = () => {
    const press = (selector) => {
      const button = form.querySelector(selector);
      if (button) button.click();
      return Boolean(button);
    };
    const open = () => {
      if (!list.open) list.showModal();
    };
    const inField = (target) => Boolean(target.closest("input, textarea, select, [contenteditable], dialog, .select2"));
    const withModifier = {
      s: () => press('[name="_continue"]'),
      enter: () => press('[name="_send"]') || press('[name="_continue"]'),
    };
    const go = {
      "?": open,
      h: () => form.elements.headline.focus(),
      s: () => form.elements.standfirst.focus(),
      b: () => form.querySelector(".ProseMirror, [name=body]").focus(),
    };

    const opener = form.querySelector("[data-open-shortcuts]");
    opener.hidden = false;
    opener.addEventListener("click", open);

    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented && !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      let act = null;
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        act = event.shiftKey ? key === "p" && (() => press("[data-open-preview]")) : withModifier[key];
      } else if (form.dataset.shortcuts === "yes" && !event.altKey && !inField(event.target)) {
        act = go[key];
      }
      if (!act || event.repeat || list.open) return;
      event.preventDefault();
      act();
    }, true);
  };

  if (form && list) listen();
}
