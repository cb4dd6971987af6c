// Sends many pictures one after the other, so that each shows its answer as soon as there is one.
"use strict";

(() => {
  const form = document.querySelector(".upload-form");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const section = document.querySelector(".upload-results");
  const list = section.querySelector(".upload-list");
  const count = section.querySelector(".upload-count");

  function refused(name, words) {
    const row = document.createElement("li");
    row.className = "upload-row upload-refused";
    const strong = document.createElement("strong");
    strong.textContent = name;
    const said = document.createElement("p");
    said.textContent = words;
    const box = document.createElement("div");
    box.append(strong, said);
    row.append(box);
    return row;
  }

  async function send(file) {
    const data = new FormData(form);
    data.set("files", file);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { "X-One-File": "yes" } });
      const text = await answer.text();
      const rows = new DOMParser().parseFromString(text, "text/html").querySelectorAll(".upload-row");
      if (answer.ok && rows.length) return [...rows];
      return [refused(file.name, "It was not taken: look at the fields above, or log in again, and send it again.")];
    } catch {
      return [refused(file.name, "It did not arrive: the connection broke. Send it again.")];
    }
  }

  form.addEventListener("submit", async (event) => {
    const most = Number(form.dataset.most);
    if (!input.files.length) return;
    event.preventDefault();
    const files = [...input.files];
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    section.hidden = false;
    list.replaceChildren();
    for (const [at, file] of files.slice(0, most).entries()) {
      count.textContent = `Sending ${at + 1} of ${files.length}…`;
      list.append(...(await send(file)));
    }
    files.slice(most).forEach((file) => {
      list.append(refused(file.name, `Not sent: ${most} files at once are the most. Send it again.`));
    });
    const lost = list.querySelectorAll(".upload-refused").length;
    count.textContent = `${files.length - lost} of ${files.length} are in the store.`;
    button.disabled = false;
    input.value = "";
  });

  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("drop-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("drop-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("drop-over");
    input.files = event.dataTransfer.files;
  });
})();
