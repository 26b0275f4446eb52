/* Leads on from an address that has moved (leading/targets.js says where to). A page that has moved names the new one
   in data-to; anchors that have moved stand in data-moved. The list of all questions has the ids of their answers, which
   once stood on that page: each leads on by the link beside it. */
import { fragmentOf, inFrame, leadOn, movedTo } from "./leading/targets.js";

const given = document.currentScript?.dataset ?? {};
const moved = JSON.parse(given.moved ?? "{}");

/** Where the answer to a listed question is; undefined for any other place on the page. @param {string} id */
function answerTo(id) {
  const item = document.getElementById(id);
  return item?.matches(".guide-answers > li") ? item.querySelector("a")?.href : undefined;
}

function follow() {
  const here = new URL(location.href);
  const isOnPage = (/** @type {string} */ id) => document.getElementById(id) !== null;
  const answer = answerTo(fragmentOf(here));
  const target = answer ? leadOn(answer, here) : movedTo({ to: given.to, moved }, here, isOnPage);
  if (target !== null) location.replace(window.top === window.self ? target : inFrame(target));
}

follow();
window.addEventListener("hashchange", follow);
