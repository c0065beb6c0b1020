import { clock, displayNumber } from "/traffic/words.js";
import { codeOf, tone } from "/traffic/exchanges.js";
import { icon } from "/phone/icons.js";

/** How many rows are drawn beyond each edge of the window. */
const SPARE = 12;

/** A list of any length, of which only the rows in sight are elements. */
export class Rows {
  #list;
  #inner;
  #entries = [];
  #drawn = new Map();
  #isPlanned = false;
  /** The id of the chosen exchange. */
  chosen = null;
  /** Whether new rows scroll into sight. */
  isAtEnd = true;

  constructor(list, inner, { choose, leave, move }) {
    this.#list = list;
    this.#inner = inner;
    this.choose = choose;
    this.leave = leave;
    this.move = move;
    let top = 0;
    list.addEventListener("scroll", () => {
      const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < 30;
      if (isNear || list.scrollTop < top) this.isAtEnd = isNear;
      top = list.scrollTop;
      this.plan();
      this.move();
    }, { passive: true });
    list.addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      if (row) this.pick(Number(row.dataset.id));
    });
    list.addEventListener("keydown", (event) => this.#press(event));
    new ResizeObserver(() => this.plan()).observe(list);
  }

  /** The height of a row, which depends on the width of the window. */
  get #height() {
    return Number.parseFloat(getComputedStyle(this.#list).getPropertyValue("--row")) || 36;
  }

  /** Shows these; `dropped` rows fell off the beginning, which must not move the others. */
  show(entries, dropped = 0) {
    this.#entries = entries;
    if (dropped > 0 && !this.isAtEnd) this.#list.scrollTop -= dropped * this.#height;
    // At once: a place that changed before its rows did would be seen as a jerk.
    this.#draw();
  }

  toEnd() {
    this.isAtEnd = true;
    this.plan();
    this.move();
  }

  /** Draws once before the next frame, however often it is asked to. */
  plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#draw();
    });
  }

  #draw() {
    const height = this.#height;
    this.#inner.style.height = `${this.#entries.length * height}px`;
    if (this.isAtEnd) this.#list.scrollTop = this.#list.scrollHeight;
    const first = Math.max(0, Math.floor(this.#list.scrollTop / height) - SPARE);
    const last = Math.min(
      this.#entries.length, Math.ceil((this.#list.scrollTop + this.#list.clientHeight) / height) + SPARE);
    const unused = new Set(this.#drawn.keys());
    for (let index = first; index < last; index += 1) {
      const entry = this.#entries[index];
      unused.delete(entry.id);
      let row = this.#drawn.get(entry.id);
      if (!row) {
        row = makeRow(entry);
        this.#drawn.set(entry.id, row);
        this.#inner.append(row);
      } else if (row.dataset.version !== String(entry.version ?? 0)) {
        fill(row, entry);
      }
      row.style.transform = `translateY(${index * height}px)`;
      row.setAttribute("aria-posinset", String(index + 1));
      row.setAttribute("aria-setsize", String(this.#entries.length));
      row.setAttribute("aria-selected", String(entry.id === this.chosen));
    }
    for (const id of unused) {
      this.#drawn.get(id).remove();
      this.#drawn.delete(id);
    }
    const isDrawn = this.#drawn.has(this.chosen);
    if (isDrawn) this.#list.setAttribute("aria-activedescendant", `exchange-${this.chosen}`);
    else this.#list.removeAttribute("aria-activedescendant");
  }

  pick(id) {
    this.chosen = id;
    this.plan();
    this.choose(id);
  }

  unpick() {
    this.chosen = null;
    this.plan();
  }

  #press(event) {
    const page = Math.max(1, Math.floor(this.#list.clientHeight / this.#height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key === "Escape") return this.leave();
    const step = steps[event.key];
    if (step === undefined || this.#entries.length === 0) return undefined;
    event.preventDefault();
    const last = this.#entries.length - 1;
    const place = this.#entries.findIndex((entry) => entry.id === this.chosen);
    const next = place < 0 ? (step > 0 ? 0 : last) : Math.max(0, Math.min(last, place + step));
    this.isAtEnd = false;
    this.#bringIntoSight(place < 0 ? last : next);
    return this.pick(this.#entries[place < 0 ? last : next].id);
  }

  #bringIntoSight(index) {
    const height = this.#height;
    const top = index * height;
    if (top < this.#list.scrollTop) this.#list.scrollTop = top;
    const bottom = top + height - this.#list.clientHeight;
    if (bottom > this.#list.scrollTop) this.#list.scrollTop = bottom;
  }
}

function makeRow(entry) {
  const row = document.createElement("div");
  row.className = "row";
  row.id = `exchange-${entry.id}`;
  row.dataset.id = entry.id;
  row.setAttribute("role", "option");
  fill(row, entry);
  return row;
}

function fill(row, entry) {
  row.dataset.version = entry.version ?? 0;
  row.dataset.kind = entry.kind;
  row.dataset.tone = tone(entry);
  const way = make("span", "way");
  way.append(icon(entry.kind === "callback" ? "out" : "in", entry.kind === "callback" ? "Callback" : "Call"));
  const what = make("span", "what");
  what.append(make("b", "", entry.call ?? `${entry.method} ${entry.target}`));
  if (entry.kind === "callback") {
    what.append(make("small", "", entry.attempt > 1 ? `callback, try ${entry.attempt}` : "callback"));
  }
  for (const fault of entry.faults) {
    const chip = make("span", "chip");
    chip.append(icon("bolt"), fault.kind);
    what.append(chip);
  }
  row.replaceChildren(
    make("span", "time", clock(entry.at)), way, what,
    make("span", "who", entry.number ? displayNumber(entry.number) : ""),
    answerOf(entry), make("span", "took", took(entry)));
}

function answerOf(entry) {
  const badge = make("span", "code");
  if (entry.ending) badge.append(make("span", "badge", "no answer"));
  else if (entry.duration === undefined) badge.append(make("span", "badge", "…"));
  else badge.append(make("span", "badge", codeOf(entry)));
  const isUsual = entry.httpStatus === 200 || entry.httpStatus === undefined;
  if (!isUsual && entry.code) badge.append(make("small", "", `HTTP ${entry.httpStatus}`));
  if (!entry.code && entry.httpStatus) badge.prepend(make("small", "", "HTTP"));
  return badge;
}

export function took({ duration }) {
  if (duration === undefined) return "";
  if (duration < 1) return "<1 ms";
  if (duration < 1000) return `${Math.round(duration)} ms`;
  return duration < 60000 ? `${(duration / 1000).toFixed(1)} s` : `${Math.round(duration / 60000)} min`;
}

function make(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
