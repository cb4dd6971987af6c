// Keeps the page as it is when a request behind it meets the log-in page, says so, and lets it go on after a new log-in.
"use strict";

{
  const meets = (event) => {
    const address = event.detail.xhr && event.detail.xhr.responseURL;
    return Boolean(address) && new URL(address).pathname.endsWith("/login/");
  };

  const tell = () => {
    if (document.getElementById("logged-out")) return;
    const words = document.createElement("p");
    words.id = "logged-out";
    words.className = "toast toast-warning";
    words.setAttribute("role", "alert");
    const link = document.createElement("a");
    link.href = "/admin/login/?next=/admin/";
    link.target = "_blank";
    link.textContent = "Log in in another tab";
    words.append("You are logged out. What you typed is still on this page. ", link, ", then try again.");
    document.getElementById("main").prepend(words);
  };

  // A log-in in another tab changes the token that this page was written with; the cookie has the new one.
  document.addEventListener("htmx:configRequest", (event) => {
    const fresh = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (!fresh) return;
    event.detail.headers["X-CSRFToken"] = fresh[1];
    delete event.detail.parameters.csrfmiddlewaretoken;
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!meets(event)) return;
    event.detail.shouldSwap = false;
    tell();
  });
}
