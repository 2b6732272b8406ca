// A choice is made at once with a finger, with keys when the button is pressed; a sheet is printed at the press of a button.

const form = document.querySelector("form.wanted");
let byKeys = false; // then each arrow is a change, and nobody has chosen yet
form?.addEventListener("keydown", () => { byKeys = true; });
form?.addEventListener("pointerdown", () => { byKeys = false; });
form?.addEventListener("change", () => { if (!byKeys) form.submit(); });
const printed = document.querySelector("#print");
printed?.addEventListener("click", () => window.print());
printed?.removeAttribute("hidden");
