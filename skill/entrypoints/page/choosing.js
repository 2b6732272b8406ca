// A choice is made at once.

const form = document.querySelector("form.wanted");
form.addEventListener("change", () => form.submit());
