// What a browser keeps for the page. One that may keep nothing, or has kept what nobody can read, has kept nothing.

/** What was kept under a name in one of the browser's two stores: "localStorage", or "sessionStorage" of this window. */
export function recall(store, name) {
  try {
    return Object(JSON.parse(window[store].getItem(name)));
  } catch {
    return {};
  }
}

/** Keep something there, if anything may be kept. */
export function keep(store, name, what) {
  try {
    window[store].setItem(name, JSON.stringify(what));
  } catch {
    return; // then it is chosen anew the next time
  }
}
