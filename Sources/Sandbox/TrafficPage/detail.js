import { clock, displayNumber, readableSize } from "/traffic/words.js";
import { took } from "/traffic/rows.js";
import { curl } from "/traffic/curl.js";
import { icon } from "/phone/icons.js";
import { pretty } from "/traffic/pretty.js";

/** Everything about one exchange. */
export function drawDetail(entry, close) {
  const isCallback = entry.kind === "callback";
  const bar = make("header", "side-bar");
  const title = make("h2", "", isCallback ? `callback ${entry.call}` : entry.call ?? "unknown call");
  const copy = make("button", "text-button", "Copy as curl");
  copy.type = "button";
  copy.addEventListener("click", () => copyText(copy, curl(entry, location.origin)));
  const leave = make("button", "round back");
  leave.type = "button";
  leave.setAttribute("aria-label", "Close");
  leave.append(icon("close"));
  leave.addEventListener("click", close);
  bar.append(title, copy, leave);

  const scroll = make("div", "side-scroll");
  scroll.append(make("p", "target", `${entry.method} ${entry.target}`), facts(entry));
  scroll.append(...side(isCallback ? "What was sent" : "The call", entry.headers, entry.body));
  if (entry.answer) {
    const { httpStatus, headers, body } = entry.answer;
    scroll.append(...side(`The answer · HTTP ${httpStatus}`, headers, body));
  }
  if (entry.ending) scroll.append(make("p", "ending", entry.ending));
  else if (!entry.answer) scroll.append(make("p", "ending open", "Not answered yet."));
  return [bar, scroll];
}

function facts(entry) {
  const list = make("dl", "facts");
  const add = (name, value) => {
    if (value === undefined || value === "") return;
    const cell = make("dd");
    cell.append(value);
    list.append(make("dt", "", name), cell);
  };
  add("Time", clock(entry.at));
  add("Took", took(entry));
  add("Code", entry.code);
  if (entry.number) {
    const link = make("a", "", displayNumber(entry.number));
    link.href = `/#/${encodeURIComponent(entry.project ?? "")}/${entry.number}`;
    link.title = "Show this customer's phone";
    add("Customer", link);
  }
  add("Project", entry.project);
  add("Message", entry.messageID);
  if (entry.attempt) add("Try", String(entry.attempt));
  if (entry.faults.length > 0) add("Faults", entry.faults.map((fault) => `${fault.kind} (${fault.id})`).join(", "));
  return list;
}

function side(title, headers, body) {
  const made = [make("h3", "", title)];
  if (headers.length > 0) {
    const list = make("dl", "headers");
    for (const { name, value } of headers) list.append(make("dt", "", name), make("dd", "", value));
    made.push(list);
  }
  if (body.parts) made.push(partsOf(body));
  else if (body.text) made.push(pretty(body.text));
  else made.push(make("p", "nothing", "No body."));
  if (body.isCut) made.push(make("p", "nothing", `The beginning; the whole body has ${readableSize(body.size)}.`));
  return made;
}

function partsOf(body) {
  const list = make("dl", "headers parts");
  for (const part of body.parts) {
    const words = part.fileName === undefined
      ? part.value : `${part.fileName} · ${readableSize(part.size)}${part.type ? ` · ${part.type}` : ""}`;
    const cell = make("dd", part.fileName === undefined ? "" : "file", words);
    list.append(make("dt", "", part.name), cell);
  }
  return list;
}

async function copyText(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy as curl"; }, 1500);
  } catch {
    // Without TLS a browser lets no page write to the clipboard: the person copies.
    const shown = button.closest(".detail").querySelector(".command") ?? make("textarea", "command");
    shown.readOnly = true;
    shown.setAttribute("aria-label", "The command");
    shown.value = text;
    button.closest(".detail").querySelector(".side-scroll").prepend(shown);
    shown.select();
  }
}

function make(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
