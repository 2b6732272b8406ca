// One short tone for each thing that the microphone does: for somebody who does not look.

// Upwards: it is your turn. Three low ones: something is wrong, and stands on the page.
const TONES = { open: [660, 880], thinking: [880], closed: [660, 440], speaking: [550], trouble: [330, 330, 247] };
const TONE_SECONDS = 0.09;
const SOFT = 0.08; // so soft that no microphone takes it for words

/** Play the tone of a state on this audio clock, so loud of what can be chosen; a state without one is quiet. */
export function playTone(audio, state, volume) {
  const soft = SOFT * volume;
  if (soft) (TONES[state] ?? []).forEach((frequency, index) => {
    const loudness = new GainNode(audio, { gain: soft });
    const tone = new OscillatorNode(audio, { frequency });
    const start = audio.currentTime + index * TONE_SECONDS;
    loudness.gain.setValueAtTime(soft, start);
    loudness.gain.exponentialRampToValueAtTime(soft / 100, start + TONE_SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + TONE_SECONDS);
  });
}
