// Which voice somebody chose, how fast, how loud, and whether it reads at all; kept in this browser.

import { setVolume } from "./speaking.js";

const KEPT = "gentle-back-voice";
const on = (id) => document.getElementById(id);

/** What is chosen now; an empty voice is the browser's own. */
export const choice = () => ({ voice: on("whose").value, speed: Number(on("speed").value), volume: Number(on("volume").value) });

/** Whether anything here can speak. */
export const canSpeak = () => "speechSynthesis" in window || ("AudioContext" in window && on("whose").options.length > 1);

/** The server's voice has failed: the browser's own goes on, till another is chosen or the page is loaded again. */
export function takeOwn() { on("whose").value = ""; }

const parts = ["whose", "speed", "volume"];

function keep() {
  localStorage.setItem(KEPT, JSON.stringify({ ...Object.fromEntries(parts.map((id) => [id, on(id).value])), aloud: on("aloud").checked }));
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
  for (const id of ["volume", "aloud"]) on(id).addEventListener("input", () => setVolume(on("aloud").checked ? choice().volume : 0));
}

begin();
