// Shows the story as readers would see it beside the form, made anew after every keeping; on small screens in a tab.
"use strict";

{
  const form = document.querySelector("form[data-keep]");
  const pane = document.getElementById("preview-pane");

  const offer = () => {
    const opener = form.querySelector("[data-open-preview]");
    const frame = pane.querySelector("iframe");
    const write = form.querySelector(".write");
    const wide = window.matchMedia("(min-width: 75rem)");
    let soon = 0;

    const kept = async () => {
      const detail = { kept: Promise.resolve() };
      form.dispatchEvent(new CustomEvent("desk:keep", { detail }));
      await detail.kept;
    };
    const renew = async () => {
      await kept();
      // Where the reader of the preview stood, they stand again.
      const top = frame.contentWindow ? frame.contentWindow.scrollY : 0;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
      frame.src = frame.dataset.address;
    };
    const show = (open) => {
      pane.hidden = !open;
      write.classList.toggle("write-previewing", open);
      opener.setAttribute("aria-expanded", String(open));
      if (open) renew();
      else opener.focus();
    };
    const size = (name) => {
      frame.classList.toggle("preview-desktop", name === "desktop");
      pane.querySelectorAll("[aria-pressed]").forEach((button) => {
        button.setAttribute("aria-pressed", String(button.dataset.preview === name));
      });
    };

    opener.hidden = false;
    opener.setAttribute("aria-controls", pane.id);
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", async (event) => {
      event.preventDefault();
      if (wide.matches) {
        show(pane.hidden);
        return;
      }
      // Opened at once, or the browser takes it for a pop-up nobody asked for.
      const tab = window.open("about:blank");
      await kept();
      if (tab) tab.location = opener.href;
    });
    pane.addEventListener("click", (event) => {
      const name = event.target.dataset.preview;
      if (name === "close") show(false);
      else if (name === "phone" || name === "desktop") size(name);
    });
    form.addEventListener("input", () => {
      if (pane.hidden) return;
      window.clearTimeout(soon);
      soon = window.setTimeout(renew, 1500);
    });
  };

  if (form && pane && form.querySelector("[data-open-preview]")) offer();
}
