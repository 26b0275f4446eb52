/* Leads on from an address that has moved (leading/targets.js says where to). A page that has moved names the new one
   in data-to; anchors that have moved stand in data-moved. */
import { movedTo } from "./leading/targets.js";

const given = document.currentScript?.dataset ?? {};
const moved = JSON.parse(given.moved ?? "{}");

function follow() {
  const isOnPage = (/** @type {string} */ id) => document.getElementById(id) !== null;
  const target = movedTo({ to: given.to, moved }, new URL(location.href), isOnPage);
  if (target !== null) location.replace(target);
}

follow();
window.addEventListener("hashchange", follow);
