// Plays the replies of the skill as a speaker would: cue by cue, every silence in full, the microphone for eight seconds.

import { playChime, sayCue } from "./voice.js";

const LISTENING_SECONDS = 8; // what Alexa gives for an answer, before and after the reprompt
const LONGEST_SECONDS = 86_400;  // the clock of a reply runs on after its end, for a day
const TO_BEGIN = ["open gentle back", "start my lower back routine", "i have ten minutes"];

const on = (id) => document.getElementById(id);
let conversation = null; // the skill's own; sent back as it came
let playing = null;      // the reply that is being played, or was the last
let asked = 0;           // how many turns were sent; a late answer to an earlier one is dropped

class Interrupted extends Error {}

/** One reply while it plays: how far it has come in its own seconds, and a way to stop it. */
class Playing {
  constructor() {
    this.stop = new AbortController();
    this.before = 0;                  // seconds of the moments that are over
    this.moment = null;               // the one under way
    this.locale = "";                 // as whose its words are said
  }

  begin(seconds) { this.moment = { seconds, since: performance.now() }; }

  end() {
    this.before += this.moment?.seconds ?? 0;
    this.moment = null;
  }

  /** Seconds into the reply, as its own timeline counts them, however long the browser's voice takes. */
  get seconds() {
    const inside = this.moment ? Math.min(this.moment.seconds, (performance.now() - this.moment.since) / 1000) : 0;
    return Math.min(this.before + inside, LONGEST_SECONDS);
  }
}

async function say(words) {
  const after = playing?.seconds ?? 0;
  playing?.stop.abort();
  const turn = ++asked;
  write("you", words);
  show("Thinking …");
  const reply = await send({ words, conversation, after_seconds: after });
  if (turn !== asked) return;
  if (reply.error) return show(reply.error);
  conversation = reply.conversation ?? null;
  suggest(reply.suggestions ?? TO_BEGIN);
  playing = new Playing();
  await play(playing, reply).catch((stopped) => { if (!(stopped instanceof Interrupted)) throw stopped; });
}

async function send(turn) {
  try {
    const response = await fetch("/page/turn", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(turn),
    });
    return await response.json();
  } catch {
    return { error: "The skill does not answer. Is it still running?" };
  }
}

async function play(reply, { moments, listens, reprompt, onward, locale }) {
  reply.locale = locale;
  await playMoments(reply, moments);
  if (!listens) return finish(reply, "It has closed. To come back, say: open gentle back.");
  await listen(reply);
  await playMoments(reply, reprompt ?? []);
  await listen(reply);
  if (onward) return say(onward);  // to "Ready?" nothing need be said here: it goes on by itself
  finish(reply, "Nobody answered, so it has closed. To come back, say: open gentle back.");
  await tellNobodyAnswered(reply);
}

/** The session has ended by itself; what the skill makes of that is not heard. */
async function tellNobodyAnswered(reply) {
  const turn = asked;
  const end = await send({ words: "", conversation, after_seconds: reply.seconds });
  if (turn === asked && !end.error) conversation = end.conversation ?? null;
}

async function playMoments(reply, moments) {
  show("Playing. Say anything to interrupt.");
  for (const moment of moments) {
    reply.begin(moment.seconds);
    if (moment.kind === "cue") {
      write("cue", moment.words);
      on("cue").textContent = moment.words;
      await (on("aloud").checked ? sayCue(moment, reply.locale, reply.stop.signal) : count(reply, moment.seconds, () => ""));
    } else if (moment.kind === "chime") {
      write("silence", "a chime");
      if (on("aloud").checked) playChime(moment.seconds);
      await count(reply, moment.seconds, () => "");
    } else {
      write("silence", `${Math.round(moment.seconds)} seconds of quiet`);
      await count(reply, moment.seconds, (left) => Math.ceil(left));
    }
    if (reply.stop.signal.aborted) throw new Interrupted();
    reply.end();
  }
  on("timer").textContent = "\u00a0";
}

async function listen(reply) {
  show("Listening …");
  on("words").focus();
  reply.begin(LISTENING_SECONDS);
  await count(reply, LISTENING_SECONDS, (left) => Math.ceil(left));
  reply.end();
}

/** Wait this many seconds, showing on the timer what `label` makes of those left; throw when interrupted. */
async function count(reply, seconds, label) {
  const until = performance.now() + seconds * 1000;
  for (let left = seconds; left > 0; left = (until - performance.now()) / 1000) {
    on("timer").textContent = label(left) || "\u00a0";
    await new Promise((wake) => setTimeout(wake, Math.min(100, left * 1000)));
    if (reply.stop.signal.aborted) throw new Interrupted();
  }
}

function finish(reply, sentence) {
  reply.begin(LONGEST_SECONDS);
  on("timer").textContent = "\u00a0";
  show(sentence);
}

function show(sentence) { on("state").textContent = sentence; }

function write(kind, words) {
  const line = document.createElement("li");
  line.className = kind;
  line.textContent = words;
  on("log").append(line);
}

function suggest(sentences) {
  on("suggestions").replaceChildren(...sentences.map((words) => {
    const button = document.createElement("button");
    button.textContent = words;
    button.addEventListener("click", () => say(words));
    return button;
  }));
}

suggest(TO_BEGIN);

on("aloud").disabled = !("speechSynthesis" in window);
on("aloud").addEventListener("change", () => window.speechSynthesis.cancel());
on("say").addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  const words = on("words").value.trim();
  on("words").value = "";
  if (words) say(words);
});
