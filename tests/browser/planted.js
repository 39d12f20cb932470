/* Everything on the page, and within one part of it, that neither our templates, the theme nor plain
   Markdown puts there. */

(within) => {
  const TAGS = `a abbr article aside b blockquote br caption circle code dd details div dl dt em fieldset
    figcaption figure g h1 h2 h3 h4 h5 h6 header hr legend li main mark nav ol p path pre rect section span strong
    summary svg table tbody td template text th thead time title tr ul`.split(/\s+/);
  const ATTRIBUTES = `aria-current aria-hidden aria-label aria-labelledby aria-selected class colspan cx cy d data-md-score
    data-sl data-sl-coming data-sl-day data-sl-days data-sl-due data-sl-expires data-sl-facet
    data-sl-filter data-sl-from data-sl-been data-sl-missed data-sl-none data-sl-to data-sl-words data-sl-month data-sl-narrow data-sl-newest data-sl-number data-sl-one data-sl-over
    data-sl-overview data-sl-past data-sl-root data-sl-several data-sl-status data-sl-until data-sl-value
    data-sl-values datetime download fill height hidden href
    id open r rel role rx scope tabindex text-anchor title transform viewBox width x xmlns y`.split(/\s+/);
  // Only what narrows a list has anything to tick, choose or press.
  const CONTROLS = "button input label option select".split(" ");
  const NARROWING = ".sl-narrow, .sl-tools, .sl-chosen, .sl-narrow__more";
  // Only news have pictures.
  const PICTURE = ["alt", "loading", "src"];
  const ADDRESSES = "action background data formaction href ping poster src xlink:href".split(" ");
  const HOSTS = [location.host, "synlighed.example", "git.example", "www.example.org"];

  const found = [];
  const note = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 300)}`);

  function checkAddress(element, value) {
    const to = new URL(value, document.baseURI);
    if (!["http:", "https:", "mailto:", "tel:"].includes(to.protocol)) note("scheme", element);
    // Out on the net a reader may be led, but nothing is fetched.
    const hosts = element.localName === "a" ? [...HOSTS, "ond.example", "www.w3.org"] : HOSTS;
    if (to.host && !hosts.includes(to.host)) note("host", element);
  }

  if (window.plantet !== undefined) found.push(`window.plantet is ${window.plantet}`);
  for (const element of document.querySelectorAll("*")) {
    if (/plantet/i.test(element.localName)) note("element", element);
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|plantet/i.test(name)) note(name, element);
      if (/^(class|id|name|style)$/.test(name) && /plantet/.test(value)) note(name, element);
      if (ADDRESSES.includes(name)) checkAddress(element, value);
    }
  }
  for (const element of document.querySelectorAll(`${within}, ${within} *`)) {
    if (element.matches('script[type="application/ld+json"]')) {
      // Data, which no browser runs: nothing but its type, and JSON as a whole.
      if (element.attributes.length > 1 || !JSON.parse(element.textContent)) note("script", element);
      continue;
    }
    const isControl = CONTROLS.includes(element.localName) && element.closest(NARROWING);
    const isPicture = element.matches(".sl-picture > img");
    if (!isControl && !isPicture && !TAGS.includes(element.localName)) note("element", element);
    const own = isControl ? ["type", "value"] : isPicture ? PICTURE : [];
    const usual = [...ATTRIBUTES, ...own];
    for (const { name } of element.attributes) if (!usual.includes(name)) note(name, element);
  }
  return found;
}
