/**
 * What the review page does, as it stands in the page: it shows a change, marks where it is on both
 * sides, and goes to the next and previous by keyboard.
 */
export const reviewScript = `"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const list = document.getElementById("list");
const main = document.getElementById("main");
const isShot = location.hash.startsWith("#shot");
document.body.classList.toggle("shot", isShot);
let current = -1;

function make(name, more, ...children) {
  const element = Object.assign(document.createElement(name), more);
  element.append(...children);
  return element;
}

function marked(parts) {
  const tags = { removed: "del", added: "ins", same: "span" };
  return parts.map(({ op, text }) => make(tags[op], { textContent: text }));
}

function side(label, content, places, key) {
  const caption = make("figcaption", {}, make("strong", { textContent: label }));
  if (!content) return make("figure", {}, caption, make("div", { className: "nothing", textContent: "There is none." }));
  caption.append(make("small", { textContent: content.subject + (content.preheader ? " – " + content.preheader : "") }));
  const frame = make("iframe", { title: label, srcdoc: content.html });
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.addEventListener("load", () => {
    const inner = frame.contentDocument;
    for (const image of inner.images) {
      const print = content.pictures[image.getAttribute("src")];
      if (print && data.pictures[print]) image.src = data.pictures[print];
    }
    const elements = inner.querySelectorAll("*");
    const color = key === "before" ? "#d92d20" : "#079455";
    let first;
    for (const place of places) {
      const element = place[key] === undefined ? undefined : elements[place[key]];
      if (!element || element === inner.body) continue;
      element.style.outline = "2px solid " + color;
      element.style.outlineOffset = "2px";
      first = first || element;
    }
    const fit = () => {
      frame.style.height = "0";
      frame.style.height = Math.max(120, inner.documentElement.scrollHeight) + "px";
    };
    fit();
    addEventListener("resize", fit);
    Promise.all([...inner.images].map((image) => image.decode().catch(() => {}))).then(() => {
      fit();
      if (first && !isShot && key === "after") {
        const top = frame.getBoundingClientRect().top + first.getBoundingClientRect().top;
        if (top > innerHeight * 0.8) scrollBy({ top: top - innerHeight / 2 });
      }
      document.body.dataset.height = String(document.documentElement.scrollHeight);
    });
  });
  return make("figure", {}, caption, frame);
}

function showState(group, at, target) {
  const { state, places } = group.states[at];
  const { before, after } = data.states[state];
  target.replaceChildren(side("Before", before, places, "before"), side("After", after, places, "after"));
}

function show(index) {
  const group = data.groups[index];
  if (!group) return;
  current = index;
  const lines = make("dl", { className: "lines" });
  for (const { label, on, parts } of group.lines) {
    lines.append(make("dt", { textContent: label }), make("dd", {}, on ? on + " " : "", ...marked(parts)));
  }
  const sides = make("div", { className: "sides" });
  const choice = make("select", { ariaLabel: "Variant" }, ...group.states.map(({ name }, at) => make("option", { value: at, textContent: name })));
  choice.addEventListener("change", () => showState(group, Number(choice.value), sides));
  main.replaceChildren(
    make("h2", { textContent: group.title }),
    ...(group.failure ? [make("p", { className: "failure", textContent: group.failure })] : []),
    lines, choice, sides,
  );
  showState(group, 0, sides);
  for (const [at, button] of [...list.querySelectorAll("button")].entries()) {
    if (at === index) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  const button = list.querySelectorAll("button")[index];
  button.scrollIntoView({ block: "nearest" });
  if (!isShot) {
    history.replaceState(null, "", "#" + (index + 1));
    scrollTo({ top: 0 });
  }
}

for (const [index, group] of data.groups.entries()) {
  const what = group.lines[0] ? group.lines.map(({ label }) => label).filter((label, at, all) => all.indexOf(label) === at).join(", ") : "";
  const button = make("button", { type: "button" }, group.title, make("small", { textContent: what }));
  button.addEventListener("click", () => show(index));
  list.append(make("li", {}, button));
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "SELECT") return;
  if (event.key === "j") show(Math.min(current + 1, data.groups.length - 1));
  else if (event.key === "k") show(Math.max(current - 1, 0));
  else if (event.key === "p") {
    document.body.classList.toggle("phone");
    dispatchEvent(new Event("resize"));
  }
});

if (data.groups.length === 0) main.append(make("p", { className: "nothing", textContent: "Nothing that a reader meets changed." }));
const asked = Number(/\\d+/.exec(location.hash)?.[0]);
show(data.groups[asked - 1] ? asked - 1 : 0);
`;
