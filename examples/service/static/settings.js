"use strict";
// While a switch is moved, and before it is saved: the same page that the button asks for, put in its place.
const effects = document.getElementById("effects");
let asked = 0;

async function preview(form) {
  const turn = ++asked;
  const answer = await fetch("/me/settings/preview", {
    method: "POST",
    headers: { "X-Fragment": "1" },
    body: new URLSearchParams(new FormData(form)),
  });
  const text = await answer.text();
  if (answer.ok && turn === asked) effects.innerHTML = text;
}

for (const form of document.querySelectorAll("form[data-preview]")) {
  form.addEventListener("change", () => preview(form));
}
