import { FIELDS, KINDS, isOfCallbacks, told } from "/traffic/kinds.js";
import { icon } from "/phone/icons.js";
import { clock } from "/traffic/words.js";

const $ = (id) => document.getElementById(id);

/** The panel in which faults are set and cleared. */
export class Faults {
  #all = new Map();
  #calls = [];

  constructor() {
    $("fault-kind").addEventListener("change", () => this.#drawForm());
    $("fault-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#set();
    });
    $("clear-faults").addEventListener("click", () => tell("DELETE", "/sandbox/faults"));
    $("fault-list").addEventListener("click", (event) => {
      const id = event.target.closest("[data-clear]")?.dataset.clear;
      if (id) tell("DELETE", `/sandbox/faults/${id}`);
    });
    setInterval(() => this.#lookAgain(), 2000);
  }

  start(kinds, calls) {
    this.#calls = calls;
    if ($("fault-kind").options.length > 0) return;
    const groups = { Calls: kinds.filter((kind) => !isOfCallbacks(kind)), Callbacks: kinds.filter(isOfCallbacks) };
    for (const [label, names] of Object.entries(groups)) {
      const group = document.createElement("optgroup");
      group.label = label;
      group.append(...names.map((name) => new Option(name, name)));
      $("fault-kind").append(group);
    }
    this.#drawForm();
  }

  replace(faults) {
    this.#all = new Map(faults.map((fault) => [fault.id, fault]));
    this.#drawList();
  }

  /** One that struck. */
  put(fault) {
    if (!this.#all.has(fault.id)) return;
    this.#all.set(fault.id, fault);
    const count = document.querySelector(`[data-fault="${fault.id}"] .struck`);
    if (count) count.textContent = struck(fault);
    if (fault.isOver) this.#drawList();
  }

  /** Nothing happens when a fault's time is over: the sandbox is asked. */
  async #lookAgain() {
    if (![...this.#all.values()].some((fault) => fault.endsAt && !fault.isOver)) return;
    const response = await fetch("/sandbox/faults").catch(() => null);
    if (response?.ok) this.replace(await response.json());
  }

  #drawList() {
    const faults = [...this.#all.values()];
    const living = faults.filter((fault) => !fault.isOver).length;
    $("fault-count").hidden = living === 0;
    $("fault-count").textContent = String(living);
    $("show-faults").setAttribute("aria-label", living === 1 ? "Faults, 1 is set" : `Faults, ${living} are set`);
    $("clear-faults").hidden = faults.length === 0;
    const focused = document.activeElement?.dataset?.clear;
    $("fault-list").replaceChildren(...faults.map(item));
    if (focused) document.querySelector(`[data-clear="${focused}"]`)?.focus();
  }

  #drawForm() {
    const kind = $("fault-kind").value;
    const [meaning, fields] = KINDS[kind] ?? ["", []];
    $("fault-meaning").textContent = meaning;
    const kept = Object.fromEntries(new FormData($("fault-form")));
    const limits = [isOfCallbacks(kind) ? "callback" : "call", "number", "project", "times", "share", "for"];
    const draw = (name) => this.#field(name, kept[name] ?? "");
    $("fault-fields").replaceChildren(...fields.map(draw));
    $("fault-limits").replaceChildren(...limits.map(draw));
    showError("");
  }

  #field(name, value) {
    const [label, shape] = FIELDS[name];
    const choices = name === "call" ? [["", shape], ...this.#calls.map((call) => [call, call])] : shape;
    const made = document.createElement("label");
    made.append(label);
    const input = document.createElement(Array.isArray(choices) ? "select" : "input");
    if (Array.isArray(choices)) input.append(...choices.map(([key, words]) => new Option(words, key)));
    else input.placeholder = shape;
    input.name = name;
    input.value = value;
    made.append(input);
    return made;
  }

  async #set() {
    const fields = [...new FormData($("fault-form"))].filter(([, value]) => value.trim() !== "");
    showError(await tell("POST", "/sandbox/faults", JSON.stringify(Object.fromEntries(fields))) ?? "");
  }
}

function item(fault) {
  const made = document.createElement("li");
  made.dataset.fault = fault.id;
  made.className = fault.isOver ? "fault over" : "fault";
  const words = document.createElement("div");
  const name = document.createElement("b");
  name.textContent = fault.fault.kind;
  const limits = document.createElement("small");
  const phrases = told(fault.fault);
  if (fault.endsAt) phrases.push(`until ${clock(fault.endsAt).slice(0, 8)}`);
  limits.textContent = phrases.join(" · ") || "every time";
  words.append(name, limits);
  const count = document.createElement("span");
  count.className = "struck";
  count.textContent = struck(fault);
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "round";
  clear.dataset.clear = fault.id;
  clear.setAttribute("aria-label", `Clear ${fault.fault.kind}`);
  clear.append(icon("close"));
  made.append(words, count, clear);
  return made;
}

const struck = ({ struck: count, isOver }) => `${count}×${isOver ? " · over" : ""}`;

function showError(sentence) {
  $("fault-error").textContent = sentence;
  $("fault-error").hidden = !sentence;
}

/** A sentence about what went wrong; null if nothing did. */
export async function tell(method, path, body) {
  try {
    const response = await fetch(path, { method, body });
    if (response.ok) return null;
    const answer = await response.json().catch(() => null);
    return answer?.error ?? `The sandbox answered HTTP ${response.status}.`;
  } catch {
    return "The sandbox does not answer. Is it still running?";
  }
}
