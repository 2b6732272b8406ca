// The microphone of this window: sends what it hears to the server on this machine, and says what became of it.
//
// The sound goes to nobody else, and is kept nowhere. No recognizer of the browser's is asked: those send it away.

const RATE = 16_000;        // what the server listens at; a browser that cannot says its own
const MOST_PIECES = 15;     // sent at once, after the server was held up
const MOST_BYTES = 200_000; // of all of them: more the server does not take
const MOST_WAITING = 300;   // half a minute: whatever is older than that was not said to us any more
const TRIED_AGAIN = 30;     // times, a second apart, before a server that does not answer is given up
const ANSWERS_SECONDS = 30; // and so long it may take for one answer: it may be loading what hears

const TROUBLES = { NotAllowedError: "mic_refused", SecurityError: "mic_refused", NotFoundError: "mic_none", NotReadableError: "mic_busy" };

export class Ear {
  /**
   * `around()` tells the number of the question that is open and whether our own voice says the wake word now;
   * `told` has what is called: woken(), nobody(), sentence(), state(name), slept(), trouble(label). `plays()` tells
   * what this window plays, as a stream, so that it can be taken out of what is heard; or null.
   */
  constructor(around, told, plays = async () => null) {
    this.around = around;
    this.told = told;
    this.plays = plays;
    this.name = crypto.randomUUID();
    this.on = false;
    this.waiting = [];
    this.state = "off";
  }

  /** Ask for the microphone, and listen from now on; whether it does. */
  async start(wakeWord) {
    this.wakeWord = wakeWord;
    try {
      await this.#open();
      await this.#ready();
    } catch (error) {
      this.stop();
      this.told.trouble(error.label ?? TROUBLES[error.name] ?? "mic_none", error.sentence);
      return false;
    }
    this.on = true;
    this.#become("closed");
    return true;
  }

  /** Let the microphone go. */
  stop() {
    this.on = false;
    this.waiting = [];
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    if (this.audio && this.audio.state !== "closed") this.audio.close();
    this.audio = this.stream = this.ours = null;
    this.#become("off");
  }

  async #open() {
    if (!navigator.mediaDevices) throw new DOMException("", "NotFoundError");
    const wish = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: wish });
    for (const track of this.stream.getTracks()) track.addEventListener("ended", () => this.#lost());
    this.audio = this.#clock();
    await served(this.audio.audioWorklet.addModule("/page/microphone.js"));
    const microphone = new AudioWorkletNode(this.audio, "microphone", { numberOfInputs: 2, numberOfOutputs: 0 });
    microphone.port.onmessage = ({ data }) => this.#hear(data);
    this.source.connect(microphone);
    await this.#hearOurselves(microphone);
  }

  /** What this window plays, as the second input; without it our own voice stays in what is heard. */
  async #hearOurselves(microphone) {
    const mediaStream = await this.plays();
    if (!mediaStream) return;
    try {
      this.ours = new MediaStreamAudioSourceNode(this.audio, { mediaStream });
      this.ours.connect(microphone, 0, 1);
    } catch {
      this.ours = null; // a browser that takes no stream at another rate
    }
  }

  /** Have the server load what hears: that takes a while, the first time. */
  async #ready() {
    const response = await served(fetch("/page/ear/ready", { method: "POST" }));
    if (!response.ok) throw Object.assign(new Error(), { label: "gone", sentence: (await served(response.json())).error });
  }

  /** An audio clock at the server's rate; where the browser takes no microphone at another rate, at its own. */
  #clock() {
    for (const options of [{ sampleRate: RATE }, {}]) {
      const audio = new AudioContext(options);
      try {
        this.source = new MediaStreamAudioSourceNode(audio, { mediaStream: this.stream });
        return audio;
      } catch {
        audio.close();
      }
    }
    throw new DOMException("", "NotReadableError");
  }

  #lost() {
    if (!this.on) return;
    this.stop();
    this.told.trouble("mic_gone");
  }

  #hear({ samples, played, at }) {
    if (!this.on) return;
    this.waiting.push({ samples, played, at, ...this.around() });
    this.waiting.splice(0, Math.max(0, this.waiting.length - MOST_WAITING));
    this.sending ??= this.#sendAll().finally(() => { this.sending = null; });
  }

  /** Send what waits, as long as something does: pieces that belong together go together. */
  async #sendAll() {
    while (this.on && this.waiting.length) {
      const heard = await this.#posted(this.#together());
      if (!this.on) return;
      if (!heard) {
        this.stop();
        return this.told.trouble("gone");
      }
      await this.#act(heard);
    }
  }

  /** What the server says of these pieces: asked once a second while it is away, so that one stumble ends nothing. */
  async #posted(pieces) {
    for (let tried = 0; this.on && tried <= TRIED_AGAIN; tried++) {
      try {
        return await this.#post(pieces);
      } catch {
        await new Promise((wake) => setTimeout(wake, 1000));
      }
    }
    return null;
  }

  #together() {
    const [first] = this.waiting;
    const same = (piece) => piece.question === first.question && piece.ours === first.ours;
    const other = this.waiting.findIndex((piece) => !same(piece));
    const fit = Math.floor(MOST_BYTES / (first.samples.byteLength + first.played.byteLength));
    return this.waiting.splice(0, Math.min(MOST_PIECES, fit, other < 0 ? this.waiting.length : other));
  }

  async #post(pieces) {
    const { question, ours } = pieces[0], { at } = pieces.at(-1), played = Boolean(this.ours);
    const address = new URLSearchParams({
      microphone: this.name, wake_word: this.wakeWord, at_seconds: at, question, ours, played, rate: this.audio.sampleRate,
    });
    const body = new Blob([...pieces.map((one) => one.samples), ...(played ? pieces.map((one) => one.played) : [])]);
    const signal = AbortSignal.timeout(ANSWERS_SECONDS * 1000);
    const response = await fetch(`/page/ear?${address}`, { method: "POST", body, signal });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  async #act({ state, woken, nobody, slept }) {
    if (slept) this.told.slept();
    this.#become(state);
    if (woken) this.told.woken();
    if (nobody) this.told.nobody();
    if (state === "thinking") await this.told.sentence(this.name);
  }

  #become(state) {
    if (state === this.state) return;
    this.state = state;
    this.told.state(state);
  }
}

/** What the server gives; where it gives nothing, that is what is wrong, and not the microphone. */
async function served(asked) {
  try {
    return await asked;
  } catch {
    throw Object.assign(new Error(), { label: "gone" });
  }
}
