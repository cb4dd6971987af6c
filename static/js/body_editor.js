// Gives the body editor an accessible name and words on its buttons; the editor itself is in its package.
"use strict";

const WORDS = {
  paragraph: "Text",
  heading2: "Heading",
  heading3: "Subheading",
  bulletList: "List",
  orderedList: "Numbers",
  blockquote: "Quote",
  figure: "Picture",
  pullQuote: "Pull quote",
  factBox: "Fact box",
  linkCard: "Link card",
  bold: "Bold",
  italic: "Italic",
  link: "Link",
  unlink: "No link",
  table: "Table",
  "history:undo": "Undo",
  "history:redo": "Redo",
};

function nameIt(editor, textarea) {
  const box = editor.view.dom;
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
  if (label) {
    label.id = label.id || `${textarea.id}_label`;
    box.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", () => editor.commands.focus());
  }
  const help = document.getElementById(`${textarea.id}_helptext`);
  if (help) box.setAttribute("aria-describedby", help.id);
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-multiline", "true");
}

function sayIt(button) {
  const words = WORDS[button.dataset.name] || button.title;
  button.textContent = words.charAt(0).toUpperCase() + words.slice(1);
  button.removeAttribute("aria-label");
  button.classList.remove("material-icons", "prose-menubar__button--heading");
}

// The editor adds a <style>, which the policy refuses, unless it finds one; this stand-in has the name and no
// meaning (it is not an HTML element), and desk.css has the rules.
const standIn = document.createElementNS(null, "style");
standIn.setAttribute("data-tiptap-style", "");
document.head.append(standIn);

function dress(editor) {
  const bar = editor.view.dom.parentElement.querySelector(".prose-menubar");
  if (!bar) return;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Formatting");
  bar.querySelectorAll(".prose-menubar__button").forEach(sayIt);
  const tell = () =>
    bar.querySelectorAll(".prose-menubar__button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.classList.contains("active")));
    });
  editor.on("transaction", tell);
  tell();
  // Tab indents inside a list; Escape lets go, so that the keyboard is never caught.
  editor.view.dom.addEventListener("keydown", (key) => {
    if (key.key === "Escape") editor.view.dom.blur();
  });
}

// A withdrawn picture has no public address: what it showed stands in its place, as words. The editor leaves the
// attributes of a picture alone, so the text does not change by it.
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof Element && target.matches(".ProseMirror img")) target.classList.add("picture-gone");
  },
  true,
);

document.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  nameIt(editor, textarea);
  // The bar is made when the editor says that it is there, which is after this event.
  if (editor.view.dom.parentElement.querySelector(".prose-menubar")) dress(editor);
  else editor.on("create", () => dress(editor));
});
