// The parts of the page to practise on, by their names, and what is written into them.

export const on = (id) => document.getElementById(id);
const ONE_TOUCH_MS = 500;
let touched = -ONE_TOUCH_MS; // when a button was touched last

export const labels = JSON.parse(document.body.dataset.labels);

export function set(id, text) { if (on(id).textContent !== text) on(id).textContent = text; }

/** A line in the drawer of what was said. */
export function write(kind, text) {
  const line = document.createElement("li");
  line.className = kind;
  line.textContent = text;
  on("log").append(line);
}

export function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", (clicked) => { if (!follows(clicked)) press(); });
  made.addEventListener("keydown", (key) => { if (key.repeat && key.key === "Enter") key.preventDefault(); });
  return made;
}

/** Whether a touch follows another so soon that it was one, of an unsteady hand; a key that is pressed touches nothing. */
function follows({ detail, timeStamp }) {
  const before = touched;
  if (detail) touched = timeStamp;
  return detail > 0 && timeStamp - before < ONE_TOUCH_MS;
}

/** Other buttons in the place of those that are there; whoever had reached one with keys does not begin from the top. */
export function replaceButtons(made) {
  const here = document.activeElement, label = here.textContent, there = on("buttons").contains(here);
  on("buttons").replaceChildren(...made);
  if (there) (made.find((one) => one.textContent === label) ?? on("buttons")).focus();
}

let standing = { told: () => labels.ready, wrong: false }; // what is told while nothing plays and nobody speaks,
let stands = false; // and whether that is seen now

/** Say how it stands; what went wrong is read out at once. */
export function show(sentence, wrong = false) {
  stands = false;
  on("state").className = wrong ? "wrong" : "";
  on("state").role = wrong ? "alert" : null;
  set("state", sentence);
  set("standing", "");
}

/** Say how it stands until something else is said or played: a sentence, or what makes one each time it is shown. */
export function settle(sentence, wrong = false) {
  standing = { told: typeof sentence === "function" ? sentence : () => sentence, wrong };
  showStanding();
}

/** Say again how it stood, before somebody called who then said nothing; it is read out, for nothing else is then. */
export function showStanding() {
  show(standing.told(), standing.wrong);
  stands = true;
  if (!standing.wrong) set("standing", standing.told());
}

/** The same where it is seen: it may be told otherwise now. */
export function renewStanding() { if (stands) showStanding(); }
