"use strict";
const place = document.getElementById("exports");

async function look() {
  if (!place.querySelector("[data-running]")) return;
  const answer = await fetch("/exports", { headers: { "X-Fragment": "1" } });
  if (answer.ok) place.innerHTML = await answer.text();
  setTimeout(look, 500);
}

look();
