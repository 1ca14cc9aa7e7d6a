"use strict";
// Shows roles and findings of the data beside it. Texts are set as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filter");
const list = document.getElementById("list");
const signs = { error: "✕", warning: "▲", info: "●" };
const mostPrinted = 100;
let language = data.language;
let onlyRule = "";
const areSeveral = new Set(data.roles.map((role) => role.organisation)).size > 1;

// ---- words

function text(number) {
  const texts = data.texts[number];
  return typeof texts === "string" ? texts : texts[data.languages.indexOf(language)];
}

function word(key, values = {}) {
  return filled(text(data.words[key]), values);
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? written(values[name]) : hole));
}

function written(value) {
  if (Array.isArray(value)) return value.join(language === "en" ? ", " : "、");
  return typeof value === "object" ? text(value.said) : String(value);
}

function message(finding) {
  return filled(text(finding.message), finding.values);
}

// ---- elements

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function severity(finding) {
  const sign = make("span", { class: "sign", "aria-hidden": "true" }, signs[finding.severity]);
  return make("span", { class: `severity ${finding.severity}` }, sign, word(finding.severity));
}

function quote(place, role) {
  const [before, words, after] = place.quote;
  const line = make("code", role.language ? { lang: role.language } : {}, before, make("mark", {}, words), after);
  const file = place.file === role.file ? "" : `${place.file} · `;
  const where = make("small", {}, file + word("line", { n: place.line }));
  return make("blockquote", {}, line, where);
}

function findingItem(finding, role) {
  const item = make("li", { class: `finding ${finding.severity}` });
  item.append(make("p", { class: "message" }, severity(finding), " ", message(finding)));
  if (finding.quote.join("").trim()) item.append(quote(finding, role));
  const help = filled(text(finding.help), finding.values);
  if (help) item.append(make("p", { class: "help" }, make("b", {}, `${word("help")}: `), help));
  if (finding.related) item.append(related(finding, role));
  item.append(make("small", { class: "rule" }, finding.rule));
  return item;
}

function related(finding, role) {
  const places = finding.related.map((place) =>
    make("li", {}, place.said === undefined ? "" : text(place.said), quote(place, role)),
  );
  if (finding.more) places.push(make("li", {}, word("more_places", { n: finding.more })));
  return make("details", { class: "related" }, make("summary", {}, word("related")), make("ul", {}, ...places));
}

// ---- duties against authorities

function matrix(role) {
  if (!role.duties.length) return make("p", { class: "hint" }, word("no_duties"));
  const heads = ["duty", "needs", "granted_by"].map((key) => make("th", { scope: "col" }, word(key)));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}));
  for (const [duty, needs] of role.duties) table.tBodies[0].append(...dutyRows(role, duty, needs));
  return make("div", { class: "frame", tabindex: "0", role: "region", "aria-label": word("matrix") }, table);
}

function dutyRows(role, duty, needs) {
  const head = make("th", { scope: "rowgroup", rowspan: Math.max(needs.length, 1) }, duty);
  if (role.language) head.lang = role.language;
  if (!needs.length) return [make("tr", {}, head, make("td", { class: "hint", colspan: 2 }, word("needs_nothing")))];
  return needs.map(([name, state, by], place) => {
    const sign = { granted: "✓", weak: "◐", missing: "✕" }[state];
    const told = make("b", { class: `state ${state}` }, `${sign} ${word(state)}`);
    const source = by < 0 ? [told] : [told, make("span", { class: "source" }, ` ${by + 1}. ${text(role.authorities[by])}`)];
    return make("tr", {}, ...(place ? [] : [head]), make("td", {}, text(name)), make("td", {}, ...source));
  });
}

function authorities(role) {
  if (!role.authorities.length) return make("p", { class: "hint" }, word("no_authorities"));
  const entries = role.authorities.map((entry) => make("li", role.language ? { lang: role.language } : {}, text(entry)));
  const heading = make("summary", {}, `${word("authorities")} (${entries.length})`);
  return make("details", { class: "related" }, heading, make("ol", {}, ...entries));
}

function balance(role) {
  const needs = role.duties.flatMap(([, needed]) => needed);
  const granted = needs.filter(([, state]) => state === "granted").length;
  return needs.length ? word("balance", { n: granted, all: needs.length }) : "";
}

// ---- roles, and files whose findings belong to no role

const entries = [
  ...data.files.map((file, place) => ({ ...file, key: `f${place}`, title: file.file, isFile: true })),
  ...data.roles,
].map((role) => ({ ...role, shown: role.findings, haystack: "" }));

for (const entry of entries) {
  entry.heading = make("summary", {});
  entry.sheet = make("div", { class: "sheet" });
  entry.element = make("details", { class: "role", id: entry.key }, entry.heading, entry.sheet);
  entry.element.addEventListener("toggle", () => entry.element.open && fillIn(entry));
}

function writeHeading(entry) {
  const title = make("h3", entry.language ? { lang: entry.language } : {}, entry.title);
  const about = [entry.level, entry.unit, areSeveral && entry.organisation].filter(Boolean).join(" · ");
  const counts = Object.keys(signs).flatMap((level) => {
    const count = entry.shown.filter((number) => data.findings[number].severity === level).length;
    return count ? [make("span", { class: `count ${level}`, title: word(level) }, `${signs[level]}${count}`), " "] : [];
  });
  entry.heading.replaceChildren(title, " ", make("small", {}, about), " ", make("span", { class: "counts" }, ...counts));
}

function fillIn(entry) {
  const found = entry.shown.map((number) => findingItem(data.findings[number], entry));
  const hidden = entry.findings.length - found.length;
  const parts = [];
  if (!entry.isFile) parts.push(aboutRole(entry));
  if (found.length) parts.push(make("ul", { class: "findings" }, ...found));
  else if (!hidden) parts.push(make("p", { class: "hint" }, word("no_finding")));
  if (hidden) parts.push(make("p", { class: "hint" }, word("hidden_here", { n: hidden })));
  if (!entry.isFile) {
    const told = make("small", {}, balance(entry));
    parts.push(make("h4", {}, word("matrix"), " ", told), matrix(entry), authorities(entry));
  }
  entry.sheet.replaceChildren(...parts);
}

function aboutRole(role) {
  const told = [["superior", role.superiors], ["file", role.file]].filter(([, value]) => value);
  return make("p", { class: "hint" }, told.map(([key, value]) => `${word(key)}: ${value}`).join(" · "));
}

// ---- filter

function wanted() {
  const chosen = new FormData(form);
  return {
    severities: new Set(chosen.getAll("severity")),
    family: chosen.get("family"),
    unit: chosen.get("unit"),
    organisation: chosen.get("organisation"),
    search: chosen.get("search").trim().toLowerCase(),
  };
}

function fits(number, filter, isNamed) {
  const finding = data.findings[number];
  return (
    filter.severities.has(finding.severity) &&
    (!onlyRule || finding.rule === onlyRule) &&
    (!filter.family || finding.rule.startsWith(`${filter.family}/`)) &&
    (!filter.search || isNamed || findingWords(finding).includes(filter.search))
  );
}

function findingWords(finding) {
  return [finding.rule, message(finding), finding.quote.join("")].join("\n").toLowerCase();
}

function roleWords(entry) {
  entry.haystack ||= [entry.title, entry.unit, entry.file, ...(entry.duties ?? []).map(([duty]) => duty)]
    .join("\n")
    .toLowerCase();
  return entry.haystack;
}

function apply() {
  const filter = wanted();
  const isNarrow = filter.severities.size < 3 || onlyRule || filter.family;
  let findings = 0;
  let roles = 0;
  for (const entry of entries) {
    const isNamed = Boolean(filter.search) && roleWords(entry).includes(filter.search);
    const isPlaced =
      (!filter.unit || entry.unit === filter.unit) &&
      (!filter.organisation || entry.organisation === filter.organisation);
    entry.shown = isPlaced ? entry.findings.filter((number) => fits(number, filter, isNamed)) : [];
    const isShown = isPlaced && (entry.shown.length > 0 || (!isNarrow && (!filter.search || isNamed)));
    entry.element.hidden = !isShown;
    findings += entry.shown.length;
    roles += isShown;
    writeHeading(entry);
    if (entry.element.open) fillIn(entry);
  }
  const all = data.findings.length;
  const every = entries.length;
  const told = word(roles === every && findings === all ? "all_shown" : "shown", { findings, all, roles, every });
  document.getElementById("count").textContent = roles ? told : `${told} ${word("nothing")}`;
  const rule = document.getElementById("rule");
  rule.hidden = !onlyRule;
  rule.textContent = onlyRule ? `${word("only_rule", { rule: onlyRule })} ×` : "";
}

function chooseRule(rule) {
  onlyRule = rule;
  apply();
  if (rule) document.getElementById("roles").focus();
}

// ---- language

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = text(element.dataset.say);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = text(element.dataset.hint);
  for (const button of document.querySelectorAll("[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  document.title = document.querySelector("h1").textContent;
  apply();
}

// ---- what a reader does

function openFromAddress() {
  const role = entries.find((entry) => `#${entry.key}` === location.hash);
  if (!role) return;
  if (role.element.hidden) form.reset();
  role.element.open = true;
  role.heading.focus();
  role.element.scrollIntoView();
}

function swapChart(button) {
  const figure = button.closest("details");
  const template = figure.querySelector("template");
  const frame = figure.querySelector(".frame");
  const waiting = template.content.firstElementChild;
  template.content.replaceChildren(frame.firstElementChild);
  frame.replaceChildren(waiting);
  [button.dataset.say, button.dataset.other] = [button.dataset.other, button.dataset.say];
  button.textContent = text(button.dataset.say);
}

let opened = [];

function beforePrint() {
  const shown = entries.filter((entry) => !entry.element.hidden);
  const printed = shown.slice(0, mostPrinted);
  opened = printed.map((entry) => entry.element).filter((element) => !element.open);
  for (const entry of printed) {
    if (!entry.element.open) fillIn(entry);
    opened.push(...entry.element.querySelectorAll("details:not([open])"));
  }
  for (const element of opened) element.open = true;
  const most = document.getElementById("most");
  most.hidden = shown.length <= mostPrinted;
  most.textContent = word("print_most", { n: mostPrinted });
}

function afterPrint() {
  for (const element of opened) element.open = false;
  document.getElementById("most").hidden = true;
}

for (const [name, number] of Object.entries(data.families))
  form.elements.family.append(make("option", { value: name, "data-say": number }));
for (const name of ["unit", "organisation"])
  form.elements[name].parentElement.hidden = form.elements[name].options.length < 3;
list.append(...entries.map((entry) => entry.element));
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => chooseRule("")));
document.getElementById("rule").addEventListener("click", () => chooseRule(""));
for (const button of document.querySelectorAll("[data-rule]"))
  button.addEventListener("click", () => chooseRule(button.dataset.rule));
for (const button of document.querySelectorAll("[data-language]"))
  button.addEventListener("click", () => speak(button.dataset.language));
for (const button of document.querySelectorAll(".whole")) button.addEventListener("click", () => swapChart(button));
addEventListener("hashchange", openFromAddress);
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
speak(language);
openFromAddress();
