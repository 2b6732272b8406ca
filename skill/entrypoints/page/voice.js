// Says a cue with the browser's own voice.

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
