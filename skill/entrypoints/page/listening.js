// What somebody meets who only talks: a call silences a reply, and one that comes to nothing lets it go on where it was.

import { choice, speakUp, wishToListen } from "./choice.js";
import { Ear } from "./ear.js";
import { button, labels, on, renewStanding, set, settle, show, showStanding } from "./elements.js";
import { clock } from "./playing.js";
import { audioClock, heardNow, whatIsPlayed } from "./speaking.js";
import { playTone } from "./tones.js";

const UNSURE_SECONDS = 2; // about where a voice that tells nothing is in its cue
const BEGINS_SECONDS = 60; // so long it may take until it listens: a person is asked, and what hears is loaded

const calls = (said, wake) => said.toLowerCase().includes(wake);

/** The tone of a state, unless that is over by then. */
export async function sound(state, still = () => true) {
  const audio = await audioClock();
  if (audio && still()) playTone(audio, state, choice().volume);
}

/** What was chosen to call it by, as one writes a name. */
const called = () => on("wake").value.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** A reply in which we say that it is called as it is called here. */
export function asCalledHere(reply) {
  const usual = on("wake").options[0]?.value, here = called();
  if (!usual || on("wake").value === usual) return reply;
  const named = new RegExp(`\\b${usual}\\b`, "gi");
  const renamed = (moments = []) => moments.map((one) => ({ ...one, words: one.words?.replace(named, here) }));
  return { ...reply, moments: renamed(reply.moments), reprompt: renamed(reply.reprompt) };
}

export class Listening {
  /**
   * `page` tells what goes on: playing, track, cue, conversation, asked (how many turns were sent), speaks; and does
   * what is asked of it: say(words, perhaps), post(address, what), silence(), goOn(), stayAwake(), maySleep().
   */
  constructor(page) {
    this.page = page;
    this.questions = 0;     // how many times the microphone was opened for an answer
    this.question = 0;      // the number of the one that is open
    this.unanswered = 0;    // the number of the one that nobody answered
    this.brokeOff = false;  // whether a call has silenced a reply
    this.called = false;    // whether somebody called, of whose words nothing is known yet
    this.beginsUntil = 0;   // when it should listen, once that was wished
    const told = {
      woken: () => this.#woken(), nobody: () => this.#nobody(), sentence: (name) => this.#sentence(name),
      state: (name) => this.#become(name), trouble: (label, sentence) => this.trouble(label, sentence),
      slept: () => this.#warn(labels.slept),
    };
    this.ear = new Ear(() => this.#around(), told, whatIsPlayed);
    on("listen").addEventListener("change", () => this.#pressed());
    on("wake").addEventListener("change", () => { if (this.on) { this.ear.stop(); this.#start(); } });
    document.addEventListener("visibilitychange", () => this.#nameTab());
    if (wishToListen()) this.#offerAgain(); // only what is pressed lets a browser hear, and be heard
  }

  get on() { return this.ear.on; }

  /** What is shown while a reply plays. */
  get whilePlaying() { return this.on ? labels.call_first.replace("{wake}", called()) : labels.playing; }

  /** What is shown before anything was said. */
  get whileNothingWasSaid() { return this.on ? labels.ready_call.replace("{wake}", called()) : labels.ready; }

  /** Whether somebody has pressed Listen, and soon it does. */
  get begins() { return clock.now < this.beginsUntil; }

  /** A label that tells what is to be said: while it listens, behind what calls it. */
  withCall(label) { return label.replace("{call}", this.on ? `${called()}, ` : ""); }

  /** Wait until a spoken answer comes; true where eight seconds were quiet (the ear knows when somebody has begun). */
  async answered(reply, wait) {
    const mine = this.question = ++this.questions;
    while (this.on && this.unanswered !== mine && !reply.stop.signal.aborted) await wait();
    if (this.question === mine) this.question = 0;
    return this.unanswered === mine;
  }

  /** Whoever called before this reply was here speaks first: it waits for what they say, or until nobody has spoken. */
  async letSpeak(reply, wait) {
    while (this.on && this.called && !reply.stop.signal.aborted) await wait();
  }

  /** A reply begins: whatever was broken off before is over. */
  begin() {
    this.brokeOff = this.called = false;
    this.question = 0;
  }

  /** Let the microphone go, and say why; where one listened, a tone says it too. */
  trouble(label, sentence) {
    on("listen").checked = false;
    this.#warn(sentence ?? labels[label]);
    this.#offerAgain();
    this.#earChanged();
  }

  /** Another window listens from now on. */
  leave() {
    if (!this.on) return false;
    this.ear.stop();
    this.trouble("elsewhere");
    return true;
  }

  #warn(sentence) {
    on("ear").className = "wrong";
    set("ear", sentence);
    sound("trouble");
  }

  /** What is written anew is read out, over whatever is heard: so only what was not there. */
  #tell(sentence) {
    on("ear").className = "";
    on("again")?.remove();
    set("ear", sentence);
  }

  /** One large button instead of silence. */
  #offerAgain() {
    const again = button(labels.listen_again, () => { on("listen").checked = true; this.#start(); });
    again.id = "again";
    on("ear").append(again);
  }

  /** Who wants to be heard wants to hear. */
  #pressed() {
    if (on("listen").checked) speakUp();
    this.#start();
  }

  async #start() {
    const wanted = on("listen").checked;
    this.#tell(wanted ? labels.mic_asking : "");
    this.beginsUntil = wanted ? clock.now + BEGINS_SECONDS : 0;
    if (wanted) await audioClock();
    if (!wanted) this.ear.stop();
    else if (await this.ear.start(on("wake").value)) this.#tell(labels.private);
    this.beginsUntil = 0;
    this.#earChanged();
  }

  #earChanged() {
    if (this.page.speaks) show(this.whilePlaying); else renewStanding();
    if (this.on) this.page.stayAwake(); else this.page.maySleep();
  }

  /** What the ear has to know of this moment: the question that is open, and whether our own voice says the wake word. */
  #around() {
    const { track, cue } = this.page, wake = on("wake").value, now = track ? heardNow() : 0;
    const sounding = track?.ours.some(({ start, end, words }) => calls(words, wake) && start - 0.2 < now && now < end + 0.8);
    const ours = Boolean(sounding || (!track && calls(cue?.words ?? "", wake) && this.#saysNow(wake)));
    return { question: this.question, ours };
  }

  /** Whether the browser's own voice may be at the wake word of its cue: it tells nobody, so it is estimated by letters. */
  #saysNow(wake) {
    const { cue, playing } = this.page, { seconds = 0, since = 0 } = playing?.moment ?? {};
    if (!on("aloud").checked) return false;
    const at = cue.words.toLowerCase().indexOf(wake) / cue.words.length * seconds;
    return Math.abs(clock.now - since - at) < UNSURE_SECONDS;
  }

  /** Somebody called: silence at once, and their words are waited for. Where an answer is, one need not call. */
  #woken() {
    if (this.question) return;
    this.called = true;
    if (this.page.speaks) {
      this.brokeOff = true;
      this.page.silence();
    }
    show(labels.listening);
  }

  /** Nobody spoke: not to the question that is open, or not after the wake word. Only what that broke off goes on. */
  #nobody() {
    this.called = false;
    if (this.question) this.unanswered = this.question;
    else if (this.brokeOff) this.#goOn();
    else if (!this.page.speaks) showStanding();
  }

  #goOn() {
    this.brokeOff = false;
    this.page.goOn();
  }

  /** A sentence was said: what it was, is asked of the server, shown, and done. */
  async #sentence(microphone) {
    const { asked, conversation, playing } = this.page;
    if (!this.question) show(labels.thinking);
    const heard = await this.page.post("/page/ear/words", { microphone, conversation, after_seconds: playing?.seconds ?? 0 });
    if (asked !== this.page.asked) return;
    if (heard.error) return this.#cannotHear(heard.error);
    if (!heard.words) return;
    this.question = 0;
    this.#tell(labels.private);
    this.#showHeard(heard);
    this.page.say(heard.words, heard.perhaps);
  }

  /** The ear has failed: it is told, and nobody is left lying; what was asked is asked again, what played goes on. */
  #cannotHear(sentence) {
    this.#warn(sentence);
    settle(sentence, true);
    this.#nobody();
  }

  /** What was heard, with a way to say it again by hand. */
  #showHeard({ words: said, unclear }) {
    const correct = button(labels.correct, () => { on("words").value = unclear ? "" : said; on("words").select(); on("words").focus(); });
    correct.id = "correct";
    on("heard").hidden = false;
    on("understood").textContent = unclear ? labels.unclear : said;
    on("correct")?.remove();
    on("heard").append(correct);
  }

  /** What the microphone does, as a ring, and as a tone for who does not look; who was understood is answered instead. */
  async #become(state) {
    const mic = on("mic"), answered = state === "closed" && (mic.dataset.state === "thinking" || "speaking" in mic.dataset);
    mic.dataset.state = state;
    this.#nameTab();
    if (!answered && state !== "off") await sound(state, () => mic.dataset.state === state);
  }

  /** What stands on the tab: that words are waited for, or that it listens though something else is looked at. */
  #nameTab() {
    const behind = document.hidden && this.on ? labels.mic_behind : labels.title;
    document.title = on("mic").dataset.state === "open" ? `${labels.listening} ${labels.title}` : behind;
  }
}
