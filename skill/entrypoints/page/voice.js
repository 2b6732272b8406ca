// Says a cue with the browser's own voice, and plays a small bell of our own.

/** Say the cue as it is spoken in this locale; return when it is over, was stopped, or the browser gave up on it. */
export function sayCue(cue, locale, signal) {
  return new Promise((done) => {
    const spoken = new SpeechSynthesisUtterance(cue.words);
    spoken.lang = locale;
    spoken.onend = spoken.onerror = done;
    signal.addEventListener("abort", () => { speechSynthesis.cancel(); done(); }, { once: true });
    setTimeout(done, (cue.seconds * 3 + 5) * 1000); // some browsers never say that they are done
    speechSynthesis.speak(spoken);
  });
}

/** A soft bell of two tones that fades away in so many seconds; a browser that cannot make one is quiet. */
export function playChime(seconds) {
  if (!("AudioContext" in window)) return;
  const audio = new AudioContext();
  const loudness = audio.createGain();
  loudness.connect(audio.destination);
  loudness.gain.setValueAtTime(0.2, audio.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  for (const frequency of [660, 1320]) {
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(loudness);
    tone.start();
    tone.stop(audio.currentTime + seconds);
  }
  setTimeout(() => audio.close(), seconds * 1000 + 100);
}
