import { Exchanges, digitsOf } from "/traffic/exchanges.js";
import { Faults, tell } from "/traffic/faults.js";
import { Rows } from "/traffic/rows.js";
import { drawDetail } from "/traffic/detail.js";
import { icon } from "/phone/icons.js";

const $ = (id) => document.getElementById(id);
const exchanges = new Exchanges();
const faults = new Faults();
let missed = 0;
let isReady = false;
let opened = 0;

$("phones").prepend(icon("phone"));
$("show-faults").prepend(icon("bolt"));
$("close-faults").append(icon("close"));

const rows = new Rows($("rows"), $("rows-inner"), {
  choose: (id) => open(id),
  leave: () => close(),
  move: () => showMissed(rows.isAtEnd ? 0 : missed),
});

// What is drawn

let isPlanned = false;
/** Draws once for everything that happens before the next frame. */
function draw() {
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(() => {
    isPlanned = false;
    rows.show(exchanges.shown, exchanges.dropped);
    exchanges.dropped = 0;
    const [shown, all] = [exchanges.shown.length, exchanges.size];
    const words = shown === all ? `${all}` : `${shown} of ${all}`;
    $("count").textContent = `${words} ${all === 1 ? "exchange" : "exchanges"}`;
    $("empty").hidden = shown > 0 || !isReady;
    $("empty").textContent = all > 0
      ? "Nothing meets the filter."
      : "Nothing yet. Every call a program makes, and every callback it gets, comes here as it happens.";
  });
}

function showMissed(count) {
  missed = count;
  $("jump").hidden = rows.isAtEnd || exchanges.shown.length === 0;
  $("jump").replaceChildren(icon("down"), count > 0 ? `${count} new` : "");
  $("jump").setAttribute("aria-label", count > 0 ? `${count} new, go to the end` : "Go to the end");
}
$("jump").addEventListener("click", () => rows.toEnd());

// One exchange

async function open(id) {
  const turn = ++opened;
  // Whoever holds an arrow key down asks only for the one it ends on.
  await new Promise((resolve) => setTimeout(resolve, 40));
  if (turn !== opened) return;
  const response = await fetch(`/sandbox/traffic/${id}`).catch(() => null);
  if (turn !== opened) return;
  const known = response?.ok ? await response.json() : null;
  if (turn !== opened) return;
  const scroll = $("detail").querySelector(".side-scroll");
  const top = $("detail").dataset.id === String(id) ? scroll?.scrollTop : 0;
  if (known) $("detail").replaceChildren(...drawDetail(known, close));
  else $("detail").replaceChildren(Object.assign(document.createElement("p"), { className: "ending", textContent: "It is forgotten by now." }));
  $("detail").dataset.id = String(id);
  const next = $("detail").querySelector(".side-scroll");
  if (next) next.scrollTop = top ?? 0;
  side("detail");
}

function close() {
  opened += 1;
  rows.unpick();
  const isInside = $("side").contains(document.activeElement);
  side("");
  if (isInside) $("rows").focus();
}

/** Shows the exchange, the faults, or on a narrow window neither. */
function side(which) {
  const isWide = matchMedia("(min-width: 901px)").matches;
  $("detail").hidden = which !== "detail";
  $("faults").hidden = which === "detail";
  $("desk").dataset.side = which || (isWide ? "faults" : "");
}
$("show-faults").addEventListener("click", () => {
  opened += 1;
  rows.unpick();
  side("faults");
  $("fault-kind").focus();
});
$("close-faults").addEventListener("click", close);
$("side").addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  $("filters").elements.number.focus();
});

// The filter, which stands in the address

function follow() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const form = $("filters").elements;
  for (const name of ["kind", "number", "call", "code"]) {
    if (document.activeElement !== form[name]) form[name].value = wanted.get(name) ?? "";
  }
  form.errors.checked = wanted.has("errors");
  exchanges.filter({
    kind: wanted.get("kind"), number: digitsOf(wanted.get("number") ?? ""), call: wanted.get("call"),
    code: wanted.get("code"), errors: wanted.has("errors"),
  });
  draw();
}
function ask() {
  const words = [...new FormData($("filters"))].filter(([, value]) => value.trim() !== "");
  history.replaceState(null, "", `#${new URLSearchParams(words)}`);
  follow();
  rows.toEnd();
}
$("filters").addEventListener("input", ask);
$("filters").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);
$("forget").addEventListener("click", () => tell("DELETE", "/sandbox/traffic"));

// What happens

function listen() {
  const source = new EventSource("/sandbox/traffic/events");
  const on = (name, handler) => source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  on("snapshot", (all) => {
    exchanges.replace(all.entries, all.limit);
    const calls = $("filters").elements.call;
    const names = [...all.calls, "message", "sent", "delivered", "read", "failed"];
    if (calls.options.length === 1) calls.append(...names.map((name) => new Option(name, name)));
    faults.start(all.kinds, all.calls);
    faults.replace(all.faults);
    isReady = true;
    follow();
    document.body.dataset.ready = "true";
  });
  on("entry", (entry) => {
    const before = exchanges.shown.length + exchanges.dropped;
    exchanges.put(entry);
    const isNew = exchanges.shown.length + exchanges.dropped > before;
    if (isNew && !rows.isAtEnd) showMissed(missed + 1);
    if (entry.id === rows.chosen) open(entry.id);
    draw();
  });
  on("faults", (all) => faults.replace(all));
  on("fault", (fault) => faults.put(fault));
  on("cleared", () => {
    exchanges.clear();
    close();
    draw();
  });
  source.addEventListener("open", () => state("live"));
  source.addEventListener("error", () => {
    state("lost");
    // A browser gives up where the answer was no event stream, as behind a proxy whose server is down.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
}

function state(now) {
  $("line").dataset.state = now;
  $("line").textContent = now === "live" ? "Live" : "The sandbox does not answer. Trying again …";
}

side("");
listen();
