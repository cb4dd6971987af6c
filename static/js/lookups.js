// Gives Django's look-up fields the name of their label, which the package leaves out.
"use strict";

function nameLookups() {
  document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    const label = select.labels && select.labels[0];
    const box = select.nextElementSibling;
    if (!label || !box || !box.classList.contains("select2")) return;
    label.id = label.id || `${select.id}_label`;
    const choice = box.querySelector(".select2-selection");
    const shown = choice.querySelector("[id]");
    choice.setAttribute("aria-labelledby", shown ? `${label.id} ${shown.id}` : label.id);
    const search = box.querySelector(".select2-search__field");
    if (search) search.setAttribute("aria-labelledby", label.id);
  });
}

window.addEventListener("load", nameLookups);
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
