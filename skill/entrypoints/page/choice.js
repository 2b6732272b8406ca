// What somebody chose: a voice, how fast, how loud, what to call us, whether it reads and listens; kept in this browser.

import { keep, recall } from "./kept.js";
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

function keepChoice() {
  const chosen = Object.fromEntries(parts.map((id) => [id, on(id).value]));
  keep("localStorage", KEPT, { ...chosen, aloud: on("aloud").checked, listens });
}

function begin() {
  const chosen = recall("localStorage", KEPT);
  for (const id of parts) {
    // A voice that has gone since leaves the best that is here.
    if (id in chosen && (id === "volume" || [...on(id).options].some((option) => option.value === chosen[id]))) on(id).value = chosen[id];
    on(id).addEventListener("change", keepChoice);
  }
  on("aloud").checked = chosen.aloud ?? false;
  on("aloud").addEventListener("change", keepChoice);
  listens = chosen.listens ?? false;
  on("listen").addEventListener("change", () => { listens = on("listen").checked; keepChoice(); });
  for (const id of ["volume", "aloud"]) on(id).addEventListener("input", () => setVolume(on("aloud").checked ? choice().volume : 0));
}

begin();
