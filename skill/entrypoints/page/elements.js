// The parts of the page to practise on, by their names, and what is written into them.

export const on = (id) => document.getElementById(id);
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
  made.addEventListener("click", press);
  return made;
}

let standing = { told: () => labels.ready, wrong: false }; // what is told while nothing plays and nobody speaks,
let stands = false; // and whether that is seen now

/** Say how it stands; what went wrong is read out at once. */
export function show(sentence, wrong = false) {
  stands = false;
  on("state").className = wrong ? "wrong" : "";
  on("state").role = wrong ? "alert" : null;
  set("state", sentence);
}

/** Say how it stands until something else is said or played: a sentence, or what makes one each time it is shown. */
export function settle(sentence, wrong = false) {
  standing = { told: typeof sentence === "function" ? sentence : () => sentence, wrong };
  showStanding();
}

/** Say again how it stood, before somebody called who then said nothing. */
export function showStanding() {
  show(standing.told(), standing.wrong);
  stands = true;
}

/** The same where it is seen: it may be told otherwise now. */
export function renewStanding() { if (stands) showStanding(); }
