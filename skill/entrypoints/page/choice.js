// What somebody chose: a voice, how fast, how loud, what to call us, whether it reads and listens; kept in this browser.

import { setVolume } from "./speaking.js";

const KEPT = "gentle-back-voice";
const on = (id) => document.getElementById(id);

/** What is chosen now; an empty voice is the browser's own. */
export const choice = () => ({ voice: on("whose").value, speed: Number(on("speed").value), volume: Number(on("volume").value) });

/** Whether anything here can speak. */
export const canSpeak = () => "speechSynthesis" in window || ("AudioContext" in window && on("whose").options.length > 1);

/** The server's voice has failed: the browser's own goes on, till another is chosen or the page is loaded again. */
export function takeOwn() { on("whose").value = ""; }

/** Read aloud from now on, if anything here can. */
export function speakUp() {
  if (on("aloud").checked || !canSpeak()) return;
  on("aloud").checked = true;
  on("aloud").dispatchEvent(new Event("change"));
}

/** Whether somebody wished to be listened to, the last time that they pressed it, and it can be. */
export const wishToListen = () => listens && !on("listen").disabled;

const parts = ["whose", "speed", "volume", "wake"];
let listens = false; // wished for; a microphone that was lost changes nothing of that

function keep() {
  const chosen = Object.fromEntries(parts.map((id) => [id, on(id).value]));
  localStorage.setItem(KEPT, JSON.stringify({ ...chosen, aloud: on("aloud").checked, listens }));
}

function begin() {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  for (const id of parts) {
    // A voice that has gone since leaves the best that is here.
    if (id in kept && (id === "volume" || [...on(id).options].some((option) => option.value === kept[id]))) on(id).value = kept[id];
    on(id).addEventListener("change", keep);
  }
  on("aloud").checked = kept.aloud ?? false;
  on("aloud").addEventListener("change", keep);
  listens = kept.listens ?? false;
  on("listen").addEventListener("change", () => { listens = on("listen").checked; keep(); });
  for (const id of ["volume", "aloud"]) on(id).addEventListener("input", () => setVolume(on("aloud").checked ? choice().volume : 0));
}

begin();
