// A choice is made at once, and a sheet is printed at the press of a button.

const form = document.querySelector("form.wanted");
form?.addEventListener("change", () => form.submit());
const printed = document.querySelector("#print");
printed?.addEventListener("click", () => window.print());
printed?.removeAttribute("hidden");
