// Reads the page as a person or a screen reader does: by role, name, label and text.
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const shown = (element) => {
  if (element.closest("[hidden], [inert]")) return false;
  if (element.tagName === "OPTION") return shown(element.closest("select") ?? element.parentElement);
  const style = getComputedStyle(element);
  return style.visibility !== "hidden" && element.getClientRects().length > 0;
};

const heard = (element) => shown(element) && !element.closest("[aria-hidden='true']");

const INPUT = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
  number: "spinbutton", range: "slider", search: "searchbox", hidden: "none",
};

const TAG = {
  A: (e) => (e.hasAttribute("href") ? "link" : "generic"), ARTICLE: "article", ASIDE: "complementary", BUTTON: "button",
  DIALOG: "dialog", DD: "definition", DT: "term", DETAILS: "group", FIELDSET: "group", FOOTER: "contentinfo", FORM: "form",
  H1: "heading", H2: "heading", H3: "heading", H4: "heading", H5: "heading", H6: "heading", HEADER: "banner", HR: "separator",
  IMG: "img", INPUT: (e) => (e.hasAttribute("list") ? "combobox" : INPUT[e.type] ?? "textbox"), LI: "listitem", MAIN: "main",
  METER: "meter", NAV: "navigation", OL: "list", OPTION: "option", OUTPUT: "status", PROGRESS: "progressbar",
  SEARCH: "search", SECTION: (e) => (e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") ? "region" : "generic"),
  SELECT: (e) => (e.multiple || e.size > 1 ? "listbox" : "combobox"), SUMMARY: "button", TABLE: "table", TD: "cell",
  TEXTAREA: "textbox", TH: (e) => (e.scope === "row" ? "rowheader" : "columnheader"), TR: "row", UL: "list",
};

const roleOf = (element) => {
  const given = element.getAttribute("role");
  if (given) return given.split(" ")[0];
  const own = TAG[element.tagName];
  return typeof own === "function" ? own(element) : (own ?? "generic");
};

// The text of an element as it is read out: hidden parts left out, pictures by their name, blocks apart.
const read = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility === "hidden") return "";
  const label = node.getAttribute("aria-label") ?? (node.tagName === "IMG" ? node.alt : null);
  if (label !== null) return ` ${label} `;
  const text = [...node.childNodes].map(read).join("");
  return style.display.startsWith("inline") ? text : ` ${text} `;
};

const NAMED_BY_CONTENT = new Set([
  "button", "link", "heading", "option", "tab", "cell", "rowheader", "columnheader", "row", "checkbox", "radio", "menuitem",
  "menuitemradio", "menuitemcheckbox", "switch", "treeitem", "term", "status", "alert", "listitem", "definition", "generic",
]);

const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map((e) => e.getAttribute("aria-label") ?? e.textContent).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map(read).join(" "));
  if (element.tagName === "INPUT" && ["button", "submit", "reset"].includes(element.type)) return squeeze(element.value);
  if (element.tagName === "IMG") return squeeze(element.alt);
  if (element.tagName === "FIELDSET") return squeeze(read(element.querySelector(":scope > legend") ?? document.createTextNode("")));
  if (element.tagName === "TABLE" && element.caption) return squeeze(read(element.caption));
  if (NAMED_BY_CONTENT.has(roleOf(element))) {
    const text = squeeze([...element.childNodes].map(read).join(""));
    if (text) return text;
  }
  return squeeze(element.getAttribute("title") ?? element.getAttribute("placeholder"));
};

// A name fits when it is the same, or when the wanted one ends in an ellipsis and the name begins with it.
const fits = (name, wanted) => (wanted.endsWith("…") ? name.startsWith(wanted.slice(0, -1)) : name === wanted);

// While a modal dialog is open the rest of the page cannot be reached.
const scope = () => [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;

const byRole = (role, name) =>
  [...scope().querySelectorAll("*")].filter((e) => roleOf(e) === role && heard(e) && (name === null || fits(nameOf(e), name)));

const byLabel = (label) =>
  [...scope().querySelectorAll("input, select, textarea, [role=combobox], [role=spinbutton], [contenteditable=true]")]
    .filter((e) => heard(e) && fits(nameOf(e), label));

// The smallest elements that hold the text.
const byText = (text) => {
  const holds = (e) => squeeze(read(e)).includes(text);
  const whole = scope().body ?? scope();
  const found = [whole, ...whole.querySelectorAll("*")].filter((e) => heard(e) && holds(e));
  return found.filter((e) => !found.some((other) => other !== e && e.contains(other)));
};

const focused = () => {
  const element = document.activeElement;
  return element && element !== document.body ? { role: roleOf(element), name: nameOf(element) } : null;
};

// What a person could name on this page, for the message of a search that found nothing.
const named = () =>
  ["heading", "button", "link", "textbox", "combobox", "radio", "checkbox", "spinbutton", "tab", "alert"]
    .flatMap((role) => byRole(role, null).slice(0, 25).map((e) => `${role} "${nameOf(e)}"`))
    .join("\n  ");
