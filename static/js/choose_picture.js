// Hands the chosen picture to the window that asked for it.
"use strict";

document.addEventListener("click", (event) => {
  const choice = event.target.closest(".picture-choice");
  if (!choice || !window.opener) return;
  const { call } = document.querySelector("[data-call]").dataset;
  window.opener.CKEDITOR.tools.callFunction(call, choice.dataset.address);
  window.close();
});
