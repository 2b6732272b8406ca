// Has the server speak, and plays it on the browser's audio clock: every silence between two cues is what it says.
//
// For whoever listens while this speaks: `Playing.interrupt()` (playing.js) silences a reply at once and keeps its place;
// `Track.ours` tells when each of our own sentences is heard, in seconds of the audio clock, as { start, end, words }.

import { strike } from "./voice.js";

const ONCE_READY_SECONDS = 0.05; // a cue that comes late begins so long after it is here, or its first sound is lost
const LEAST_SECONDS = 0.5;       // is left of a silence that gives back what words took more
const CLOSE_SECONDS = 0.06;      // a reply's seconds are told to the tenth
const AT_ONCE = 2;               // cues that are asked for at a time: the server has other things to do

let audio = null;  // the one audio clock of this window
let volume = null; // through which all of it goes
let played = null; // where all of it can be listened to

/** The audio clock, running; null where the browser has none, or starts none before something is pressed. */
export async function audioClock() {
  const pressed = navigator.userActivation?.hasBeenActive ?? true;
  if (!("AudioContext" in window) || (!audio && !pressed)) return null;
  audio ??= new AudioContext();
  if (!volume) {
    volume = audio.createGain();
    volume.connect(audio.destination);
  }
  if (audio.state === "suspended") await Promise.race([audio.resume(), new Promise((wake) => setTimeout(wake, 500))]);
  return audio.state === "suspended" ? null : audio;
}

/** From nought to one, of all that is heard from now on. */
export async function setVolume(share) {
  if (await audioClock()) volume.gain.value = share;
}

/** All that is heard of this window from now on, as a stream; null where there is none. */
export async function whatIsPlayed() {
  if (!await audioClock()) return null;
  played ??= new MediaStreamAudioDestinationNode(audio);
  volume.connect(played);
  return played.stream;
}

/** The second of the audio clock that is heard now. */
export const heardNow = () => audio.currentTime - (audio.outputLatency || 0);

const asking = ({ words, stress }, { voice, speed }, signal = null) => fetch("/page/speech", {
  method: "POST", headers: { "Content-Type": "application/json" }, signal,
  body: JSON.stringify({ words, stress, voice, speed }),
});

/** Have the server speak these cues now, one after the other, so that nobody has to wait for them later. */
export async function warm(cues, wish) {
  try {
    for (const cue of cues) if (cue.words) await asking(cue, wish);
  } catch {
    return; // whoever needs them will be told
  }
}

/**
 * The moments of a reply from one of them on, each laid where it belongs as soon as it has been spoken.
 *
 * `holds` tells which seconds of the reply are holds, `planned` at which of them this begins. What the words in a hold
 * took less or more than was thought, its last silence gives back: a minute is a minute, however fast somebody speaks.
 */
export class Track {
  constructor(moments, { voice, speed, holds = [], planned = 0 }, signal, from = 0) {
    this.wish = { voice, speed };
    this.holds = holds;
    this.planned = planned;
    this.signal = signal;
    this.ours = [];        // when each sentence of our own is heard
    this.sources = [];
    this.spoken = moments.map(() => null);
    this.laid = moments.map(() => promised());
    signal.addEventListener("abort", () => this.stop(), { once: true });
    this.#lay(moments, from);
  }

  /** When a moment is heard: { start, end } on the audio clock; null when nothing comes; or { error } with a sentence. */
  when(index) { return this.laid[index].promise; }

  /** Silence, at once, and nothing more of this. */
  stop() {
    this.stopped = true;
    for (const source of this.sources) source.stop();
    for (const one of this.laid) one.resolve(null);
  }

  async #lay(moments, from) {
    let at = 0;
    for (const index of moments.keys()) {
      if (index < from) continue;
      const moment = moments[index];
      const sound = moment.kind === "cue" ? await this.#sound(moments, index) : null;
      if (this.stopped) return;
      if (sound?.error) return this.#give_up(index, sound);
      // What the server had not spoken in time comes late, never early; all after it comes as much later.
      const soonest = audio.currentTime + ONCE_READY_SECONDS;
      const start = moment.kind === "cue" || !at ? Math.max(at, soonest) : at;
      this.#hold(start);
      at = start + (sound ? this.#play(sound, start) : this.#quiet(moment, start));
      this.planned += moment.seconds;
      if (moment.kind === "chime") this.sources.push(...strike(audio, volume, start, moment.seconds));
      this.laid[index].resolve({ start, end: at });
    }
  }

  /** The hold under way, with the second of the audio clock at which it began. */
  #hold(start) {
    const at = this.planned + CLOSE_SECONDS, hold = this.holds.find((one) => one.start <= at && at < one.until);
    if (hold?.until === this.held?.until) return;
    this.held = hold && { ...hold, since: start - Math.max(0, this.planned - hold.start) };
  }

  /** How long something without words takes: as long as it says; where a hold ends in it, what is left of that hold. */
  #quiet({ kind, seconds }, start) {
    const ends = this.held && this.held.until < this.planned + seconds + CLOSE_SECONDS;
    if (!ends || kind !== "silence") return seconds;
    const owed = start - this.held.since - (this.planned - this.held.start);
    return Math.max(Math.min(seconds, LEAST_SECONDS), seconds - owed);
  }

  #play({ buffer, sentences }, start) {
    const source = new AudioBufferSourceNode(audio, { buffer });
    source.connect(volume);
    source.start(start);
    this.sources.push(source);
    for (const [from, to, words] of sentences) this.ours.push({ start: start + from, end: start + to, words });
    return buffer.duration;
  }

  #give_up(index, failed) {
    this.stopped = true;
    for (const one of this.laid.slice(index)) one.resolve(failed);
  }

  /** What was spoken for a cue; the next ones are asked for meanwhile. */
  #sound(moments, index) {
    let asked = 0;
    for (let next = index; next < moments.length && asked < AT_ONCE; next++) {
      if (moments[next].kind !== "cue") continue;
      this.spoken[next] ??= this.#ask(moments[next]);
      asked++;
    }
    return this.spoken[index];
  }

  async #ask(cue) {
    try {
      const response = await asking(cue, this.wish, this.signal);
      if (!response.ok) return { error: (await response.json()).error };
      const sentences = JSON.parse(response.headers.get("Gentle-Back-Sentences"));
      return { buffer: await audio.decodeAudioData(await response.arrayBuffer()), sentences };
    } catch {
      return { error: "" }; // the server is gone, or this was interrupted
    }
  }
}

function promised() {
  const made = {};
  made.promise = new Promise((resolve) => { made.resolve = resolve; });
  return made;
}
