// Plays the replies of the skill as a speaker would: cue by cue, every silence in full, the microphone for eight seconds.

import { playChime, sayCue } from "./voice.js";
import { canSpeak, choice, takeOwn } from "./choice.js";
import { button, labels, on, replaceButtons, set, settle, show, write } from "./elements.js";
import { keep, recall } from "./kept.js";
import { asCalledHere, Listening, sound } from "./listening.js";
import { audioClock, heardNow, setVolume, Track, warm } from "./speaking.js";
import { address, clock, drawLine, figureAt, Interrupted, LONGEST_SECONDS, onWaking, Playing, rest } from "./playing.js";

const LISTENING_SECONDS = 8; // what Alexa gives for an answer, before and after the reprompt
const GIVEN_UP_SECONDS = 30;   // a server that says nothing for so long will not
const JUMPS = 3600;            // an author's clock that need not wait; it waits for an answer all the same
const LONG_LETTERS = 140;     // more are shown smaller, so that all of them are seen
const KEPT = "gentle-back";

const words = JSON.parse(document.body.dataset.words); // what may be said to begin, and to go on
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const windows = "BroadcastChannel" in window ? new BroadcastChannel(KEPT) : null;
let conversation = null; // the skill's own; sent back as it came
let playing = null;      // the reply that is being played, or was the last,
let sent = null;         // and that as the server sent it
let asked = 0;           // how many turns were sent; a late answer to an earlier one is dropped
let seen = null;         // the figure that is shown,
let moved = 0;           // and how often it has moved
let awake = null;        // the lock that keeps the screen on
let cue = null;          // what our own voice is saying
let track = null;        // how it is laid on the audio clock, where the server speaks

async function say(said, perhaps = []) {
  const after = halt();
  listening.begin();
  windows?.postMessage("another");
  const turn = ++asked;
  write("you", `${labels.you}: ${said}`);
  show(labels.thinking);
  const reply = asCalledHere(await send({ words: said, conversation, after_seconds: after }));
  if (turn !== asked) return;
  if (reply.error) return offerAgain(reply.error, said);
  tellFaults(reply.trouble ?? "");
  conversation = reply.conversation ?? null;
  playing = new Playing(reply.view, reply.locale);
  sent = reply;
  const { moments, suggestions, during, conversation: _, ...told } = reply;
  on("told").textContent = JSON.stringify(told, null, 1);
  showWritten(reply.written ?? []);
  look(reply, perhaps);
  await play(playing, reply);
}

/** What a call broke off that came to nothing goes on where it was: nothing is asked of the skill, for nobody said a word. */
function goOn() {
  const { moments, before } = rest(sent.moments, playing.before);
  playing = new Playing(sent.view, sent.locale);
  playing.before = before;
  suggest(sent.during ?? words.begin);
  return play(playing, { ...sent, moments });
}

/** Stop what plays where it is, and return how far it had come: however long nobody answers, that is the place. */
function halt() {
  if (!playing) return 0;
  playing.interrupt();
  return playing.before;
}

function offerAgain(error, said) {
  settle(error, true);
  soundTrouble();
  replaceButtons([button(labels.retry, () => say(said))]);
}

/** A tone for who does not look: what stands on the page now is not what they wait for. */
function soundTrouble() { if (listening.on || on("aloud").checked) sound("trouble"); }

/** What was asked for in writing stands in the drawer of what was said, which is opened for it. */
function showWritten(lines) {
  for (const line of lines) write("written", line);
  if (lines.length) on("drawer").open = true;
}

/** What an author has to mend; until then it goes on as it was. */
function tellFaults(faults) {
  on("trouble").hidden = !faults;
  set("faults", faults);
}

const send = (turn) => post("/page/turn", turn);

async function post(address, turn) {
  try {
    const response = await fetch(address, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(turn),
      signal: AbortSignal.timeout(GIVEN_UP_SECONDS * 1000),
    });
    return await response.json();
  } catch {
    return { error: labels.gone };
  }
}

/** Set the page to a reply: what it is, its routine, and the buttons while it plays. */
function look({ view, during, moments }, perhaps = []) {
  const alarm = view.kind === "emergency";
  document.body.dataset.view = view.shown ? "shown" : view.kind === "practising" && !view.holds.length ? "talking" : view.kind;
  on("alarm").hidden = !alarm;
  on("welcome").hidden = true;
  on("hold").hidden = !["practising", "shown"].includes(document.body.dataset.view);
  if (view.shown) { showFigure(view.shown.figure); set("name", view.shown.name); }
  on("routine").textContent = view.routine === view.holds?.[0]?.name ? labels.title : view.routine ?? labels.title;
  if (!view.routine) drawLine(on("line"), [], 0);
  delete on("line").dataset.now; // whatever is drawn is of another reply
  if (alarm) raise(view, moments);
  suggest([...perhaps, ...(during ?? words.begin)]);
  on("stands").parentElement.scrollIntoView(); // where letters are so large that one scrolls
  keepPlace();
}

function raise(view, moments) {
  on("call").textContent = view.number;
  on("call").href = `tel:${view.digits}`;
  on("call").hidden = !view.digits;
  on("words").placeholder = "";
  on("what").textContent = moments.filter((moment) => moment.words).map((moment) => moment.words).join(" ");
}

async function play(reply, told) {
  try {
    await playThrough(reply, told);
  } catch (stopped) {
    if (!(stopped instanceof Interrupted)) throw stopped;
  }
}

async function playThrough(reply, { moments, listens, reprompt, onward, during, suggestions, kept }) {
  await stayAwake();
  await listening.letSpeak(reply, () => waited(reply));
  if (reply.stop.signal.aborted) throw new Interrupted();
  clock.rate = Number(on("rate").value);
  await playMoments(reply, moments);
  suggest(suggestions ?? words.begin);
  if (!listens) return finish(reply, kept ? labels.closed_kept : labels.closed);
  prepare(reprompt ?? []);
  await listen(reply);
  await playMoments(reply, reprompt ?? []);
  await listen(reply);
  if (onward) return say(onward);  // to "Ready?" nothing need be said here: it goes on by itself
  finish(reply, kept ? labels.unheard_kept : labels.unheard);
  suggest(reply.view.kind === "emergency" ? during : kept ? [words.resume, ...words.begin] : words.begin);
  await tellNobodyAnswered(reply);
}

/** The session has ended by itself; what the skill makes of that is not heard. */
async function tellNobodyAnswered(reply) {
  const turn = asked;
  const end = await send({ words: "", conversation, after_seconds: reply.seconds });
  if (turn === asked && !end.error) conversation = end.conversation ?? null;
}

async function playMoments(reply, moments) {
  on("mic").dataset.speaking = "yes";
  show(listening.whilePlaying);
  if (listening.on) sound("speaking", () => on("mic").dataset.speaking);
  track = null;
  for (const [index, moment] of moments.entries()) {
    track = await trackFrom(reply, moments, index, track);
    const heard = await track?.when(index);
    if (reply.stop.signal.aborted) throw new Interrupted();
    if (heard?.error !== undefined) fail(heard.error);
    reply.begin(moment.seconds, heard?.end && (() => shareOf(heard)));
    showCue(moment);
    await (heard?.end ? until(reply, heard.end) : withoutTrack(reply, moment));
    if (reply.stop.signal.aborted) throw new Interrupted();
    reply.end();
  }
  cue = null;
  delete on("mic").dataset.speaking;
}

/** Have the server's voice say these ahead of need; the first of all takes it some seconds, for its model is loaded. */
function prepare(moments) {
  const wish = choice();
  if (on("aloud").checked && wish.voice) warm(moments, wish);
}

/** The sound of a reply from this moment on, as somebody wishes to hear it now; null where the server does not speak. */
async function trackFrom(reply, moments, index, track) {
  const wish = clock.rate === 1 && on("aloud").checked ? choice() : { voice: "" };
  if (track && track.wish.voice === wish.voice && track.wish.speed === wish.speed) return track;
  track?.stop();
  if (!wish.voice || !await audioClock()) return null;
  setVolume(wish.volume);
  return new Track(moments, { ...wish, holds: reply.view.holds, planned: reply.before }, reply.stop.signal, index);
}

const shareOf = ({ start, end }) => Math.min(1, Math.max(0, (heardNow() - start) / (end - start || 1)));

/** The voice of the server has failed: what it said is shown, and the browser's own goes on, if there is one. */
function fail(sentence) {
  takeOwn();
  write("trouble", sentence || labels.gone);
  show(sentence || labels.gone, true);
  soundTrouble();
}

function showCue(moment) {
  cue = moment;
  if (!moment.words) return;
  write("cue", moment.words);
  on("cue").className = moment.words.length > LONG_LETTERS ? "long" : "";
  on("cue").textContent = moment.words;
}

/** One moment without the server's voice: the browser says it, or it is waited for. */
async function withoutTrack(reply, moment) {
  const aloud = on("aloud").checked && (navigator.userActivation?.hasBeenActive ?? true); // or no browser speaks
  if (moment.kind === "chime" && aloud) playChime(moment.seconds, choice().volume);
  const says = moment.kind === "cue" && aloud && "speechSynthesis" in window;
  const said = says && await sayCue(moment, { ...choice(), locale: reply.locale }, reply.stop.signal);
  if (!said) await count(reply, moment.seconds);
}

/** Wait until this second of the audio clock, showing where the reply is. */
async function until(reply, second) {
  while (heardNow() < second && !reply.stop.signal.aborted) {
    showHold(reply);
    await new Promise((wake) => setTimeout(wake, Math.min(100, Math.max(1, (second - heardNow()) * 1000))));
  }
}

async function listen(reply) {
  show(labels.listening);
  if (clock.rate === JUMPS) clock.rate = 1;
  reply.begin(LISTENING_SECONDS);
  await untilNobodyAnswered(reply);
  if (reply.stop.signal.aborted) throw new Interrupted();
  reply.end();
}

/** Eight seconds, by the ear or by the clock; whoever presses Listen in them, or loses the ear, has them anew. */
async function untilNobodyAnswered(reply) {
  for (let until = clock.now + LISTENING_SECONDS; clock.now < until && !reply.stop.signal.aborted;) {
    const listened = listening.on;
    if (listened && await listening.answered(reply, () => waited(reply))) return;
    if (listened || listening.begins) until = clock.now + LISTENING_SECONDS;
    await waited(reply);
  }
}

function waited(reply) {
  showHold(reply);
  return new Promise((wake) => setTimeout(wake, 100));
}

/** Silence at once, for somebody called. */
function silence() {
  playing.interrupt();
  delete on("mic").dataset.speaking;
}

/** Wait this many seconds, showing where the reply is; throw when interrupted. */
async function count(reply, seconds) {
  const until = clock.now + seconds;
  for (let left = seconds; left > 0; left = until - clock.now) {
    showHold(reply);
    await new Promise((wake) => setTimeout(wake, Math.min(calm.matches ? 1000 : 100, left / clock.rate * 1000)));
    if (reply.stop.signal.aborted) throw new Interrupted();
  }
}

/** The hold that is heard: its figure, its name, and how much of it is left. */
function showHold(reply) {
  const { hold, seconds } = reply;
  if (!hold || on("hold").hidden) return;
  const whole = hold.until - hold.start, left = Math.min(whole, Math.max(0, hold.until - seconds));
  const under = seconds >= hold.start && left > 0;
  showFigure(figureAt(hold, seconds));
  set("name", hold.name);
  set("side", [hold.side, hold.count].filter(Boolean).join(", "));
  set("next", hold.next);
  set("timer", under ? String(Math.ceil(left)) : "");
  on("ring").hidden = !whole;
  on("left").style.strokeDashoffset = String(seconds < hold.start || !whole ? 0 : 1 - left / whole);
  if (on("line").dataset.now !== String(hold.index)) {
    on("line").dataset.now = String(hold.index);
    drawLine(on("line"), reply.view.line, hold.index);
  }
}

/** The figure, or the way to it from the posture that was seen before. */
function showFigure(figure) {
  const source = address(figure), same = seen && ["stretch", "side", "form", "on"].every((name) => figure[name] === seen[name]);
  if (seen && address(seen) === source) return;
  // Each time under another name, or a browser would show how the same way ended before.
  on("figure").src = same && !calm.matches ? `${source}&from=${seen.phase}&time=${++moved}` : source;
  seen = figure;
}

/** Silence, of which the skill is told with the next words: why stands there, and what goes on. */
function stopHere(sentence, onward) {
  silence();
  listening.begin();
  asked++;
  maySleep();
  settle(sentence);
  replaceButtons([onward]);
}

function finish(reply, sentence) {
  delete on("mic").dataset.speaking;
  reply.over = true;
  reply.begin(LONGEST_SECONDS);
  maySleep();
  if (reply.view.kind !== "emergency") settle(() => listening.withCall(sentence));
}

/** Let the screen go dark, unless something plays, or is listened to: then it tells whether that is so. */
function maySleep() {
  if (listening.on || "speaking" in on("mic").dataset) return;
  awake?.release();
  awake = null;
}

async function stayAwake() {
  try { awake ??= await navigator.wakeLock?.request("screen"); } catch { awake = null; }
}

function suggest(sentences) {
  replaceButtons(sentences.slice(0, 6).map((sentence) => button(sentence, () => say(sentence))));
}

/** A screen reader reads what is said, unless it is read aloud: nobody needs it twice. */
function letReadersRead() { on("cue").setAttribute("aria-live", on("aloud").checked ? "off" : "polite"); }

/** Remember where this window is, for when it is loaded again. */
function keepPlace() {
  keep("sessionStorage", KEPT, { conversation, view: playing?.view, after: playing?.seconds ?? 0 });
}

/** Show where this window was and offer to go on there, or show the number again that was to be called. */
function begin() {
  const before = recall("sessionStorage", KEPT);
  const alarm = JSON.parse(document.body.dataset.alarm); // the server's word, whatever this window knows
  if (before.conversation) {
    conversation = before.conversation;
    playing = new Playing(before.view ?? { kind: "talking" });
    playing.before = before.after;
  }
  suggest(words.begin);
  settle(() => listening.whileNothingWasSaid);
  if (alarm) {
    look(alarm);
  } else if (document.body.dataset.begin) {
    history.replaceState(null, "", "/practise");
    say(document.body.dataset.begin);
  } else if (before.conversation) {
    if (before.view?.kind === "practising") {
      look({ view: before.view });
      showHold(playing);
      set("timer", ""); // nothing is counted until it goes on
    }
    settle(labels.reloaded);
    on("buttons").prepend(button(labels.go_on, () => say(words.resume)));
  }
}

const listening = new Listening({
  get playing() { return playing; }, get track() { return track; }, get cue() { return cue; },
  get conversation() { return conversation; }, get asked() { return asked; },
  get speaks() { return "speaking" in on("mic").dataset; },
  say, post, silence, goOn, stayAwake, maySleep,
});
windows?.addEventListener("message", () => {
  if (!listening.leave() && playing) soundTrouble();
  if (playing) stopHere(labels.elsewhere, button(labels.here, () => { conversation = null; playing = null; say(words.begin[0]); }));
});
onWaking(() => {
  if (!playing || playing.over || playing.view.kind === "emergency") return;
  soundTrouble();
  stopHere(labels.was_asleep, button(labels.go_on, () => say(words.resume)));
});
window.addEventListener("pagehide", keepPlace);
document.addEventListener("visibilitychange", () => { if (!document.hidden && awake?.released) { awake = null; stayAwake(); } });
document.addEventListener("keydown", (pressed) => {
  if (pressed.key !== "Escape" || pressed.repeat) return;
  const open = document.querySelector("footer details[open]");
  if (open) open.open = false;
  else if (playing) say(words.stop);
});
on("figure").addEventListener("error", () => { on("figure").hidden = true; });
on("figure").addEventListener("load", () => { on("figure").hidden = false; });
on("rate").addEventListener("change", () => { clock.rate = Number(on("rate").value); });
on("aloud").disabled = !canSpeak();
if (on("aloud").disabled) on("aloud").checked = false; // whatever was chosen when it could
on("aloud").addEventListener("change", () => {
  window.speechSynthesis?.cancel();
  audioClock(); // what is pressed now lets the browser start it
  prepare([{ words: labels.hello }]);
  letReadersRead();
});
on("say").addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  const said = on("words").value.trim();
  on("words").value = "";
  if (said) say(said);
});
letReadersRead();
prepare([{ words: labels.hello }]);
begin();
