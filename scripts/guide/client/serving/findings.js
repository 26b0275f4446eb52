/* The strip at the foot of a served page: what the checks have found there. Only `guide serve` loads it. */

/** @typedef {{ place: string, href: string, said: string }} Found */

/** @param {Found} found */
function itemOf({ place, href, said }) {
  const item = document.createElement("li");
  const where = document.createElement(href ? "a" : "span");
  if (href) where.setAttribute("href", href);
  where.textContent = place;
  const what = document.createElement("span");
  // What the checks say is in English, whatever the page is in.
  what.lang = "en";
  what.textContent = said;
  item.append(where, " ", what);
  return item;
}

/** @param {{ heading: string, findings: Found[] }} told */
function boxOf({ heading, findings }) {
  const box = document.createElement("details");
  const summary = document.createElement("summary");
  const list = document.createElement("ul");
  box.open = findings.length > 0;
  summary.textContent = heading;
  list.append(...findings.map(itemOf));
  box.append(summary, list);
  return box;
}

async function showFindings() {
  const strip = document.createElement("div");
  strip.className = "guide-findings";
  // There before there is anything in it: only then is it read out when it is filled.
  strip.setAttribute("role", "status");
  document.body.append(strip);
  const asked = `/livereload/findings.json?page=${encodeURIComponent(location.pathname)}`;
  // None comes where the page is left meanwhile, or the server has ended.
  const answer = await fetch(asked).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  if (told.heading) strip.append(boxOf(told));
}

showFindings();
