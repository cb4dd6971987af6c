// Turns what Word and Google Docs put on the clipboard into what a story may hold; the editor then drops the rest.
"use strict";

{
  const LIST = /mso-list:\s*[^;"]*level(\d)/i;
  const NUMBER = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i;
  const LEVELS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };

  const swap = (element, tag) => {
    const other = element.ownerDocument.createElement(tag);
    other.append(...element.childNodes);
    element.replaceWith(other);
    return other;
  };
  const unwrap = (element) => element.replaceWith(...element.childNodes);
  const isEmpty = (element) => !element.textContent.trim() && !element.querySelector("img, br + br, table");

  // Word has no lists on the clipboard: it has paragraphs with a dot or a number typed before them.
  const levelOf = (paragraph) => {
    const found = LIST.exec(paragraph.dataset.style || "");
    return found ? Number(found[1]) : 0;
  };
  const markerOf = (paragraph) => {
    const marker = paragraph.querySelector('[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]');
    const words = marker ? marker.textContent.trim() : "";
    if (marker) marker.remove();
    return words;
  };
  const makeLists = (body) => {
    let open = []; // The lists that go on, outermost first.
    let last = null;
    body.querySelectorAll("p").forEach((paragraph) => {
      const level = levelOf(paragraph);
      if (!level) return;
      if (last === null || paragraph.previousElementSibling !== last) open = [];
      open = open.slice(0, level);
      const tag = NUMBER.test(markerOf(paragraph)) ? "ol" : "ul";
      while (open.length < level) {
        const list = body.ownerDocument.createElement(tag);
        const outer = open[open.length - 1];
        if (!outer) paragraph.before(list);
        else (outer.lastElementChild || outer.appendChild(body.ownerDocument.createElement("li"))).append(list);
        open.push(list);
      }
      const item = body.ownerDocument.createElement("li");
      item.append(...paragraph.childNodes);
      open[open.length - 1].append(item);
      paragraph.remove();
      last = open[0];
    });
  };

  const makeQuotes = (body) => {
    body.querySelectorAll("p[class*=Quote]").forEach((paragraph) => {
      const quote = body.ownerDocument.createElement("blockquote");
      paragraph.before(quote);
      quote.append(paragraph);
    });
  };

  const dropForeign = (body) => {
    // A picture has to be in our own store; one from elsewhere would be refused when the story is saved.
    body.querySelectorAll("img").forEach((img) => {
      if (/^\/(?![/\\])/.test(img.getAttribute("src") || "")) return;
      const figure = img.closest("figure");
      (figure || img).remove();
    });
    body.querySelectorAll("a").forEach((link) => {
      if (!/^(?:https?:|mailto:|\/(?!\/))/i.test(link.getAttribute("href") || "")) unwrap(link);
    });
  };

  const emphasise = (body, style, tag) => {
    body.querySelectorAll("span[data-style]").forEach((span) => {
      if (!style.test(span.dataset.style)) return;
      const inside = body.ownerDocument.createElement(tag);
      inside.append(...span.childNodes);
      span.append(inside);
    });
  };

  const tidy = (body) => {
    body.querySelectorAll("style, script, meta, link, title, xml, colgroup").forEach((element) => element.remove());
    body.querySelectorAll("o\\:p").forEach(unwrap);
    // Google Docs wraps everything in a bold that is none.
    body.querySelectorAll('b[id^="docs-internal"], b[data-style*="font-weight:normal" i]').forEach(unwrap);
    emphasise(body, /font-weight:\s*(?:bold|[6-9]00)/i, "strong");
    emphasise(body, /font-style:\s*italic/i, "em");
    Object.entries(LEVELS).forEach(([from, to]) => body.querySelectorAll(from).forEach((one) => swap(one, to)));
    body.querySelectorAll(":is(h2, h3) :is(b, strong, i, em)").forEach(unwrap);
    body.querySelectorAll("br").forEach((br) => {
      if (br.parentElement === body || br.className === "Apple-interchange-newline") br.remove();
    });
    body.querySelectorAll("p, h2, h3, li, blockquote").forEach((one) => {
      if (isEmpty(one)) one.remove();
    });
  };

  // The policy of the desk refuses styles even in a document that nobody sees, and says so; as data they can be read.
  const withoutStyles = (html) =>
    html
      .replace(/<style[\s\S]*?<\/style>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

  const clean = (html) => {
    // What was copied inside of the editor is clean already, and says how its ends are open.
    if (html.includes("data-pm-slice")) return html;
    const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
    makeLists(body);
    makeQuotes(body);
    dropForeign(body);
    tidy(body);
    // Word breaks its lines at 72 letters; a break in a file is a space.
    return body.innerHTML.replace(/\s*\n\s*/g, " ");
  };

  document.addEventListener("prose-editor:ready", (event) => {
    const { editor } = event.detail;
    editor.setOptions({ editorProps: { ...editor.options.editorProps, transformPastedHTML: clean } });
  });
}
