"use strict";
(() => {
  const card = document.getElementById("card");
  const form = document.querySelector("form.filters");
  let opener = null;

  const close = () => {
    if (card.hidden) return;
    card.hidden = true;
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  const open = (mark) => {
    const wanted = mark.dataset.f.split(" ").map((id) => document.getElementById(id)).filter((li) => li && !li.hidden);
    if (!wanted.length) return;
    card.replaceChildren(...wanted.map((li) => {
      const box = document.createElement("div");
      box.className = li.className;
      box.append(...[...li.childNodes].map((node) => node.cloneNode(true)));
      return box;
    }));
    card.hidden = false;
    const at = mark.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 12);
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
    card.style.left = `${Math.max(8, left) + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY}px`;
    opener = mark;
  };

  const openDetails = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && !mark.classList.contains("off")) open(mark);
    else if (!event.target.closest("#card")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    const mark = event.target.closest && event.target.closest("mark");
    if (mark && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); open(mark); }
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    if (mark && mark.matches(":focus-visible") && !mark.classList.contains("off")) open(mark);
  });
  addEventListener("hashchange", openDetails);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));

  if (!form) return;
  const on = (name) => new Set([...form.elements].filter((e) => e.name === name && e.checked).map((e) => e.value));
  const apply = () => {
    const severities = on("severity"), categories = on("category");
    let shown = 0, total = 0;
    for (const li of document.querySelectorAll(".list li")) {
      li.hidden = !(severities.has(li.dataset.severity) && categories.has(li.dataset.category));
      total += 1;
      shown += li.hidden ? 0 : 1;
    }
    for (const mark of document.querySelectorAll("mark")) {
      const live = mark.dataset.f.split(" ").map((id) => document.getElementById(id)).find((li) => li && !li.hidden);
      mark.classList.toggle("off", !live);
      for (const severity of ["minor", "major", "critical"]) mark.classList.toggle(severity, !!live && live.dataset.severity === severity);
      if (mark.hasAttribute("role")) mark.tabIndex = live ? 0 : -1;
    }
    for (const article of document.querySelectorAll("article.broken"))
      article.hidden = !article.querySelector(".list li:not([hidden])");
    for (const article of document.querySelectorAll("article.clean")) article.hidden = !form.elements.clean.checked;
    document.body.classList.toggle("scores", form.elements.scores.checked);
    form.querySelector(".count").textContent = `${shown} of ${total} findings shown`;
    close();
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
  openDetails();
})();
