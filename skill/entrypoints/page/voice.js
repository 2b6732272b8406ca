// Says a cue with the browser's own voice, and plays a small bell of our own.

const FASTER = { reduced: 1.1, moderate: 0.92, strong: 0.85 }; // of emphasis; the server's voices get louder as well

/** Say the cue as it is spoken in this locale; when it is over or was stopped, whether the browser could say it. */
export function sayCue(cue, { locale, speed, volume }, signal) {
  return new Promise((done) => {
    const spoken = new SpeechSynthesisUtterance(cue.words);
    Object.assign(spoken, { lang: locale, rate: speed * (FASTER[cue.stress] ?? 1), volume });
    spoken.onend = () => done(true);
    spoken.onerror = () => done(false);
    signal.addEventListener("abort", () => { speechSynthesis.cancel(); done(true); }, { once: true });
    setTimeout(() => done(true), (cue.seconds * 3 + 5) * 1000); // some browsers never say that they are done
    speechSynthesis.speak(spoken);
  });
}

/** A soft bell of two tones that fades away in so many seconds, so loud; a browser that cannot make one is quiet. */
export function playChime(seconds, volume) {
  if (!("AudioContext" in window)) return;
  const audio = new AudioContext();
  const loudness = new GainNode(audio, { gain: volume });
  loudness.connect(audio.destination);
  strike(audio, loudness, audio.currentTime, seconds);
  setTimeout(() => audio.close(), seconds * 1000 + 100);
}

/** The same bell at a second of an audio clock, as what can be stopped. */
export function strike(audio, into, at, seconds) {
  const loudness = audio.createGain();
  loudness.connect(into);
  loudness.gain.setValueAtTime(0.2, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  return [660, 1320].map((frequency) => {
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(loudness);
    tone.start(at);
    tone.stop(at + seconds);
    return tone;
  });
}
