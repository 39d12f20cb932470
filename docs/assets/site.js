/* What the theme's menu and shortcuts lack for those who use a keyboard or a screen reader.
   Without this file everything can still be read and reached. */

(() => {
  "use strict";

  const menu = document.getElementById("__drawer");

  /** A label that works a hidden checkbox, turned into a button: no keyboard reaches a label. */
  function button(label, name, toggle) {
    const made = document.createElement("button");
    for (const { name, value } of label.attributes) made.setAttribute(name, value);
    made.type = "button";
    made.setAttribute("aria-label", name);
    made.append(...label.childNodes);
    made.addEventListener("click", () => toggle.click());
    label.replaceWith(made);
    return made;
  }

  const opensMenu = button(document.querySelector(".md-header label[for=__drawer]"), "Menu", menu);
  const closesMenu = document.createElement("button");
  closesMenu.type = "button";
  closesMenu.className = "sl-close";
  closesMenu.setAttribute("aria-label", "Luk menuen");
  closesMenu.addEventListener("click", () => menu.click());
  document.querySelector(".md-nav--primary").prepend(closesMenu);

  const behindMenu = document.querySelectorAll(".md-skip, .md-header, .md-tabs, .md-content, .md-footer");

  function showMenuState() {
    opensMenu.setAttribute("aria-expanded", menu.checked);
    for (const part of behindMenu) part.inert = menu.checked;
  }

  showMenuState();
  menu.addEventListener("change", () => {
    showMenuState();
    (menu.checked ? closesMenu : opensMenu).focus();
  });
  // A wide window has no menu to close.
  matchMedia("(min-width: 76.25em)").addEventListener("change", (wide) => {
    if (wide.matches && menu.checked) menu.click();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.checked) menu.click();
    // Single letters are commands to the theme, which those who speak to their computer set off by
    // accident (WCAG 2.1.4).
    if (event.key.length === 1) event.stopPropagation();
  });

  // The theme shows the colours in use but does not tick them, so that focus lands on the hidden one.
  const colours = [...document.querySelectorAll(".md-option")];
  const isUsual = (option) => matchMedia(option.dataset.mdColorMedia).matches;
  const used = __md_get("__palette")?.index ?? colours.findIndex(isUsual);
  if (colours[used]) colours[used].checked = true;

  // Of a page that is not there, which one: without what stood after it, which may be a search.
  for (const link of document.querySelectorAll("a[data-sl-asked]")) {
    // Some mail programs take no link over 2,000 characters.
    const address = encodeURIComponent(location.origin + location.pathname);
    link.href += address.slice(0, 1500).replace(/%[0-9A-F]?$/, "");
  }

  for (const link of document.querySelectorAll(".md-tabs__item--active > a")) {
    link.setAttribute("aria-current", "true");
  }
  for (const link of document.querySelectorAll("a.md-nav__link--active")) {
    link.setAttribute("aria-current", "page");
  }
})();
