// The text beside the bullets: shows the sentences of the current bullet, and lets them be chosen for an own one.
"use strict";

{
  const text = document.getElementById("review-text");
  const marks = (number) => text.querySelectorAll(`#s${number}, .s${number}`);
  const all = () => text.querySelectorAll("mark[id^=s]");
  const numberOf = (mark) => Number((mark.id || mark.className.match(/\bs\d+\b/)?.[0] || "s0").slice(1));
  const boxOf = (number) => document.querySelector(`#own input[name=own-evidence][value="${number}"]`);

  const cite = (row) => {
    for (const old of text.querySelectorAll(".cited")) old.classList.remove("cited");
    const numbers = (row.dataset.sentences || "").split(" ").filter(Boolean);
    for (const number of numbers) for (const mark of marks(number)) mark.classList.add("cited");
    const first = numbers.length && marks(numbers[0])[0];
    const beside = matchMedia("(min-width: 60rem)").matches;
    if (!first || !beside) return;
    // By hand, because scrollIntoView would move the page as well.
    const top = first.getBoundingClientRect().top - text.getBoundingClientRect().top;
    if (top < 32 || top > text.clientHeight - 96) text.scrollTop += top - text.clientHeight / 3;
  };

  const drawChosen = () => {
    for (const mark of all()) {
      const number = numberOf(mark);
      const chosen = Boolean(boxOf(number)?.checked);
      for (const part of marks(number)) part.classList.toggle("chosen", chosen);
      if (mark.hasAttribute("role")) mark.setAttribute("aria-pressed", String(chosen));
    }
  };

  const choosing = (on) => {
    text.classList.toggle("choosing", on);
    for (const mark of all()) {
      if (on) {
        mark.setAttribute("role", "button");
        mark.tabIndex = 0;
      } else {
        for (const name of ["role", "tabindex", "aria-pressed"]) mark.removeAttribute(name);
      }
    }
    const own = document.getElementById("own");
    own?.classList.toggle("by-click", on);
    const hint = own?.querySelector(".choose-in-text");
    if (hint) hint.hidden = !on;
    if (on) drawChosen();
  };

  const turn = (mark) => {
    const box = boxOf(numberOf(mark));
    if (!box) return;
    box.checked = !box.checked;
    drawChosen();
  };

  if (text) {
    document.addEventListener("bullet:current", (event) => cite(event.target));
    document.addEventListener("toggle", (event) => {
      if (event.target.id === "own") choosing(event.target.open);
    }, true);
    document.addEventListener("change", (event) => {
      if (event.target.name === "own-evidence") drawChosen();
    });
    text.addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (mark && text.classList.contains("choosing") && !event.target.closest("a")) turn(mark);
    });
    text.addEventListener("keydown", (event) => {
      if (![" ", "Enter"].includes(event.key) || !event.target.matches("mark[role]")) return;
      event.preventDefault();
      event.stopPropagation();
      turn(event.target);
    });
    if (document.getElementById("own")?.open) choosing(true);
    const row = document.querySelector("#bullets > [aria-current]");
    if (row) cite(row);
  }
}
