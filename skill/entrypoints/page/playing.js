// How far a reply has come in its own seconds, and what of it is shown at each.

export const LONGEST_SECONDS = 86_400;  // the clock of a reply runs on after its end, for a day

const ASLEEP_MS = 180_000;

/** The page's own clock, in seconds: an author may have it run faster. */
export const clock = {
  rate: 1, at: performance.now(), passed: 0,
  get now() {
    const before = this.at;
    this.at = performance.now();
    this.passed += (this.at - before) / 1000 * this.rate;
    return this.passed;
  },
};

/** Tell whenever this machine has slept: no timer waits so long, not even that of a window behind others. */
export function onWaking(told) {
  let at = Date.now();
  const look = () => {
    const before = at;
    at = Date.now();
    if (at - before > ASLEEP_MS) told();
    setTimeout(look, 1000);
  };
  look();
}

export class Interrupted extends Error {}

/** One reply while it plays: how far it has come in its own seconds, and a way to stop it. */
export class Playing {
  constructor(view, locale = "") {
    this.view = view;
    this.stop = new AbortController();
    this.before = 0;                  // seconds of the moments that are over
    this.moment = null;               // the one under way
    this.locale = locale;             // as whose its words are said
    this.over = false;                // nothing of it is to come, and nobody is waited for
  }

  /** A moment begins; `share` tells how much of it has been heard, where a clock of its own knows better than this page's. */
  begin(seconds, share = null) { this.moment = { seconds, since: clock.now, share }; }

  end() {
    this.before += this.moment?.seconds ?? 0;
    this.moment = null;
  }

  /** Silence, at once, its place kept at this very second; whatever waits for its moments is interrupted. */
  interrupt() {
    this.before = this.seconds;
    this.moment = null;
    this.stop.abort();
  }

  /** Seconds into the reply as its own timeline counts them: exactly, however long a voice takes for its words. */
  get seconds() {
    const { seconds = 0, since = 0, share = null } = this.moment ?? {};
    const inside = share ? share() * seconds : Math.min(seconds, this.moment ? clock.now - since : 0);
    return Math.min(this.before + inside, LONGEST_SECONDS);
  }

  /** The hold that is heard now, or is told about: the first that is not over. */
  get hold() {
    const holds = this.view.holds ?? [];
    return holds.find((hold) => this.seconds < hold.until) ?? holds.at(-1);
  }
}

/** The moments of a reply that are left at a second, and where they begin: a sentence is said whole, or nobody gets it. */
export function rest(moments, second) {
  let before = 0;
  for (const [index, moment] of moments.entries()) {
    const over = second - before;
    if (over < moment.seconds) {
      const [left, begins] = moment.kind === "silence" ? [moment.seconds - over, second] : [moment.seconds, before];
      return { moments: [{ ...moment, seconds: left }, ...moments.slice(index + 1)], before: begins };
    }
    before += moment.seconds;
  }
  return { moments: [], before };
}

/** Where the picture of a figure is. */
export const address = ({ stretch, ...asked }) => `/figure/${stretch}.svg?${new URLSearchParams(asked)}`;

/** The figure of a hold at a second: the last that has begun. */
export const figureAt = (hold, second) => hold.figures.findLast((one) => one.at <= second).figure;

/** The holds of a routine to scale: those that are done, the one that is heard, and those ahead. */
export function drawLine(line, holds, now) {
  const whole = holds.reduce((sum, hold) => sum + hold.seconds, 0);
  let at = 0;
  line.setAttribute("viewBox", `0 0 ${whole || 1} 20`);
  line.replaceChildren(...holds.map((hold, index) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const place = { x: at, y: 0, width: hold.seconds * 0.92, height: 20 };
    for (const [name, value] of Object.entries(place)) bar.setAttribute(name, value);
    bar.setAttribute("class", index < now ? "done" : index === now ? "now" : "ahead");
    at += hold.seconds;
    return bar;
  }));
}
