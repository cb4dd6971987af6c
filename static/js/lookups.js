// Gives Django's look-up fields the name of their label, which the package leaves out.
"use strict";

// The package puts its cross into the list of what is chosen, each time something is chosen, and a list may hold items only.
function keepItems(list) {
  const cross = list.querySelector(":scope > .select2-selection__clear:not([role])");
  if (cross) cross.setAttribute("role", "listitem");
}

function nameLookups() {
  document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    const label = select.labels && select.labels[0];
    const box = select.nextElementSibling;
    if (!label || !box || !box.classList.contains("select2")) return;
    label.id = label.id || `${select.id}_label`;
    const choice = box.querySelector(".select2-selection");
    const shown = choice.querySelector("[id]");
    choice.setAttribute("aria-labelledby", shown ? `${label.id} ${shown.id}` : label.id);
    // The package calls what is chosen a field of its own.
    if (shown && shown.getAttribute("role") === "textbox") shown.setAttribute("aria-labelledby", label.id);
    const search = box.querySelector(".select2-search__field");
    if (search) search.setAttribute("aria-labelledby", label.id);
    const list = box.querySelector("ul");
    if (!list || list.dataset.kept) return;
    list.dataset.kept = "yes";
    keepItems(list);
    new MutationObserver(() => keepItems(list)).observe(list, { childList: true });
  });
}

// The package draws its fields in a task of its own after the page is read, which may be after it is loaded.
window.addEventListener("load", () => setTimeout(nameLookups));
document.addEventListener("formset:added", () => setTimeout(nameLookups));
window.addEventListener("load", () => {
  const jQuery = window.django && window.django.jQuery;
  if (!jQuery) return;
  jQuery(document).on("select2:open", (event) => {
    const label = event.target.labels && event.target.labels[0];
    const search = document.querySelector(".select2-container--open .select2-search__field");
    if (label && search) search.setAttribute("aria-label", label.textContent);
  });
});
