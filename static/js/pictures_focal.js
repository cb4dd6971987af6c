// Sets a picture's focal point by a click or with the arrow keys, and shows the cuts that it would give.
"use strict";

(() => {
  const figure = document.querySelector(".focal");
  const fields = ["x", "y"].map((axis) => document.getElementById(`id_focal_${axis}`));
  if (!figure || !fields.every(Boolean)) return;
  const image = figure.querySelector(".focal-image");
  const mark = figure.querySelector(".focal-mark");
  const cuts = document.querySelectorAll(".cut-image");
  let waiting = 0;

  const shares = () => fields.map((field) => Math.min(1, Math.max(0, Number(field.value) || 0)));

  function show() {
    const [x, y] = shares();
    const size = [image.getAttribute("width"), image.getAttribute("height")].map(Number);
    mark.setAttribute("transform", `translate(${x * size[0]} ${y * size[1]})`);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      cuts.forEach((cut) => {
        cut.src = `${figure.dataset.cut.replace("/ratio/", `/${cut.dataset.ratio}/`)}?x=${x}&y=${y}`;
      });
    }, 250);
  }

  function set(x, y) {
    [x, y].forEach((share, at) => {
      fields[at].value = Math.min(1, Math.max(0, share)).toFixed(2);
      fields[at].dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  figure.classList.add("focal-live");
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", "Focal point: click, or move it with the arrow keys");
  const help = document.querySelector(".focal-help");
  if (help) help.textContent = "Click what must stay in view, or move the ring with the arrow keys. Save to cut the picture anew.";
  figure.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  figure.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [x, y] = shares();
    const far = event.shiftKey ? 0.1 : 0.01;
    set(x + step[0] * far, y + step[1] * far);
  });
  fields.forEach((field) => field.addEventListener("input", show));
})();
