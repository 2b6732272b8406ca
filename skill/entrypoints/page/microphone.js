// Runs beside the page, on the clock of the sound: hands on what the microphone hears, a tenth of a second at a time.
// Each piece tells when it was heard by the clock on the wall: that of the sound stands still while the machine sleeps.

const PIECES_A_SECOND = 10;

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.piece = new Int16Array(Math.round(sampleRate / PIECES_A_SECOND));
    this.filled = 0;
  }

  process([[heard]]) {
    for (const sample of heard ?? []) {
      this.piece[this.filled++] = Math.max(-1, Math.min(1, sample)) * 32767;
      if (this.filled === this.piece.length) this.#hand_on();
    }
    return true;
  }

  #hand_on() {
    this.port.postMessage({ samples: this.piece.slice(), at: Date.now() / 1000 });
    this.filled = 0;
  }
}

registerProcessor("microphone", Microphone);
