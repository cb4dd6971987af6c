// Counts characters, words and minutes while somebody writes; the server says the same before.
"use strict";

{
  const form = document.querySelector("form[data-keep]");
  const limits = document.getElementById("limits");
  const A_MINUTE = 230; // Words that people read in a minute.

  const count = () => {
    const known = JSON.parse(limits.textContent);
    const said = form.querySelector("[data-limit-said]");
    const section = form.elements.section;
    const over = { headline: null, standfirst: null };

    const length = (name, place) => {
      const counter = form.querySelector(`[data-counts="${name}"]`);
      const limit = (known[section && section.value] || [])[place];
      const used = [...form.elements[name].value.trim()].length;
      const beyond = limit ? used - limit : 0;
      counter.textContent = limit ? `${used} of ${limit} characters${beyond > 0 ? `, ${beyond} over` : ""}` : `${used} characters`;
      counter.classList.toggle("counter-over", beyond > 0);
      if (over[name] !== null && over[name] !== beyond > 0) {
        const label = name.charAt(0).toUpperCase() + name.slice(1);
        said.textContent = beyond > 0 ? `${label}: longer than ${limit} characters.` : `${label}: within ${limit} characters again.`;
      }
      over[name] = beyond > 0;
    };

    const words = () => {
      const counter = form.querySelector('[data-counts="body"]');
      const parsed = new DOMParser().parseFromString(form.elements.body.value.replaceAll("</", " </"), "text/html");
      const found = parsed.body.textContent.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      const minutes = Math.max(1, Math.round(found / A_MINUTE));
      counter.textContent = `${found} word${found === 1 ? "" : "s"}${found ? `, ${minutes} min to read` : ""}`;
    };

    const all = () => {
      length("headline", 0);
      length("standfirst", 1);
      words();
    };

    let soon = 0;
    form.addEventListener("input", (event) => {
      if (event.target.name === "headline") length("headline", 0);
      else if (event.target.name === "standfirst") length("standfirst", 1);
      else if (event.target.name === "body" && !soon) {
        soon = window.setTimeout(() => {
          soon = 0;
          words();
        }, 300);
      }
    });
    if (section) section.addEventListener("change", all);
    all();
  };

  if (form && limits) count();
}
