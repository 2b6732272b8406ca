// Runs beside the page, on the clock of the sound: hands on what the microphone hears, a tenth of a second at a time,
// and what the window itself plays in that tenth, so that it can be taken out again.
// Each piece tells when it was heard by the clock on the wall: that of the sound stands still while the machine sleeps.

const PIECES_A_SECOND = 10;

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    const samples = () => new Int16Array(Math.round(sampleRate / PIECES_A_SECOND));
    this.piece = { samples: samples(), played: samples() };
    this.filled = 0;
  }

  /** What the microphone hears, and what this window plays meanwhile. */
  process([[heard], [played] = []]) {
    for (let at = 0; at < (heard?.length ?? 0); at++) {
      this.piece.samples[this.filled] = whole(heard[at]);
      this.piece.played[this.filled++] = whole(played?.[at] ?? 0);
      if (this.filled === this.piece.samples.length) this.#hand_on();
    }
    return true;
  }

  #hand_on() {
    const { samples, played } = this.piece;
    this.port.postMessage({ samples: samples.slice(), played: played.slice(), at: Date.now() / 1000 });
    this.filled = 0;
  }
}

const whole = (sample) => Math.max(-1, Math.min(1, sample)) * 32767;

registerProcessor("microphone", Microphone);
