// Pull quotes, fact boxes and link cards in the body editor: what they hold, and the buttons that make and undo them.
import { Document as PlainDocument, Node, updateAttrsDialog } from "django-prose-editor/editor";

const NAMES = { pullQuote: "Pull quote", factBox: "Fact box", linkCard: "Link card" };
const ADDRESS = /^(?:https?:\/\/[^\s/\\]|\/(?![/\\]))[^\s\\]*$/i;
const WITHOUT_SCHEME = /^[^\s/\\:@]+\.[^\s/\\:@.]{2,}(?:[/?#][^\s\\]*)?$/;

// A box stands between paragraphs; lists, quotes, tables and other boxes hold paragraphs and no box.
export const Document = PlainDocument.extend({ content: "(block | box)+" });

const paragraph = (content) => ({ type: "paragraph", ...(content.length ? { content } : {}) });
const words = (text, marks) => (text ? [{ type: "text", text, ...(marks ? { marks } : {}) }] : []);
const chosenWords = ({ doc, selection }) => doc.textBetween(selection.from, selection.to, " ").trim();

// The box of this kind round the cursor, with its place; null outside of one.
const around = ({ selection: { $from } }, name) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return { node: $from.node(depth), at: $from.before(depth) };
  }
  return null;
};

// A box is taken away, never its words.
const unwrap = (editor, { node, at }) => {
  const inside = editor.state.selection.from - 1;
  editor
    .chain()
    .focus()
    .command(({ tr }) => Boolean(tr.replaceWith(at, at + node.nodeSize, node.content)))
    .setTextSelection(inside)
    .run();
};

// The blocks of the outermost level that the selection touches: from where to where, and which.
const touched = ({ doc, selection }) => {
  const { $from, $to } = selection;
  const first = $from.index(0);
  const last = $from.depth || $to.depth ? $to.index(0) : Math.max(first, $to.index(0) - 1);
  const nodes = [];
  let from = 0;
  let to = 0;
  doc.forEach((node, offset, index) => {
    if (index < first || index > last) return;
    if (!nodes.length) from = offset;
    to = offset + node.nodeSize;
    nodes.push(node);
  });
  return { from, to, nodes };
};

// Behind what the cursor is in, or in the place of an empty paragraph; the cursor goes into the box.
const insert = (editor, content) => {
  const { from, to, nodes } = touched(editor.state);
  const isEmpty = nodes.length === 1 && nodes[0].type.name === "paragraph" && !nodes[0].content.size;
  const place = isEmpty ? { from, to } : { from: to, to };
  editor.chain().focus().insertContentAt(place, content).setTextSelection(place.from + 2).run();
};

const makePullQuote = (editor) => {
  insert(editor, { type: "pullQuote", content: [paragraph(words(chosenWords(editor.state)))] });
};

// The title is the next lower heading, so that no level is left out for those who hear the page.
const titleLevel = ({ doc, selection }) => {
  let level = 2;
  doc.forEach((node, offset) => {
    if (node.type.name === "heading" && node.attrs.level === 2 && offset < selection.from) level = 3;
  });
  return level;
};

const makeFactBox = (editor) => {
  const { state } = editor;
  const { from, to, nodes } = touched(state);
  if (!state.selection.empty && nodes.every((node) => node.type.isInGroup("block"))) {
    const box = { type: "factBox", content: nodes.map((node) => node.toJSON()) };
    editor.chain().focus().insertContentAt({ from, to }, box).setTextSelection(from + 2).run();
    return;
  }
  const title = { type: "heading", attrs: { level: titleLevel(state) } };
  insert(editor, { type: "factBox", content: [title, paragraph([])] });
};

const addressOf = (typed) => {
  const address = typed.trim();
  if (ADDRESS.test(address)) return address;
  return WITHOUT_SCHEME.test(address) ? `https://${address}` : "";
};

const askForCard = async (editor, attrs, title) => {
  const properties = {
    href: { title: "Address", required: true },
    words: { title: "Words that lead there", required: true },
    more: { title: "What to expect there (may stay empty)" },
  };
  const typed = await updateAttrsDialog(properties, { title, submitText: "Put in" })(editor, attrs);
  if (!typed) return null;
  const href = addressOf(typed.href);
  if (href && typed.words.trim()) return { ...typed, href };
  return askForCard(editor, typed, "An address begins with https://, or with / for our own stories; the words may not be missing");
};

const makeLinkCard = async (editor) => {
  const card = await askForCard(editor, { href: "", words: chosenWords(editor.state), more: "" }, "Link card");
  if (!card) {
    editor.commands.focus();
    return;
  }
  const link = words(card.words.trim(), [{ type: "link", attrs: { href: card.href } }]);
  const more = words(card.more.trim());
  insert(editor, { type: "linkCard", content: [paragraph(link), ...(more.length ? [paragraph(more)] : [])] });
};

const boxOf = (name, kind, make) =>
  Node.create({
    name,
    group: "box",
    content: "block+",
    defining: true,
    parseHTML: () => [{ tag: `aside[class="${kind}"]` }],
    renderHTML: () => ["aside", { class: kind }, 0],
    // On the page for writing it says what it is, which no reader needs to be told; an aside may not be a group.
    addNodeView: () => () => {
      const dom = document.createElement("div");
      dom.className = kind;
      dom.setAttribute("role", "group");
      dom.setAttribute("aria-label", NAMES[name]);
      return { dom, contentDOM: dom };
    },
    addMenuItems({ menu, buttons }) {
      menu.defineItem({
        name,
        groups: "boxes",
        button: buttons.material("crop_square", NAMES[name]),
        active: (editor) => Boolean(around(editor.state, name)),
        command: (editor) => {
          const box = around(editor.state, name);
          if (box) unwrap(editor, box);
          else make(editor);
        },
      });
    },
  });

export const PullQuote = boxOf("pullQuote", "pull-quote", makePullQuote);
export const FactBox = boxOf("factBox", "fact-box", makeFactBox);
export const LinkCard = boxOf("linkCard", "link-card", makeLinkCard);
