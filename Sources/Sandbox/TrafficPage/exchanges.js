/** What was exchanged, as far as the page keeps it, and which of it is shown. */
export class Exchanges {
  #all = [];
  #byID = new Map();
  #filter = {};
  #limit = 10000;
  /** Those that meet the filter, oldest first. */
  shown = [];
  /** How many were dropped from the beginning of `shown` since somebody looked. */
  dropped = 0;

  get size() {
    return this.#all.length;
  }

  replace(entries, limit) {
    this.#limit = limit;
    this.#all = entries;
    this.#byID = new Map(entries.map((entry) => [entry.id, entry]));
    this.#choose();
  }

  clear() {
    this.replace([], this.#limit);
  }

  get(id) {
    return this.#byID.get(id);
  }

  filter(filter) {
    this.#filter = filter;
    this.#choose();
  }

  /** Adds an exchange, or what became of it. */
  put(news) {
    const known = this.#byID.get(news.id);
    if (known) {
      const was = this.#meets(known);
      for (const key of Object.keys(known)) if (!(key in news) && key !== "version") delete known[key];
      Object.assign(known, news, { version: (known.version ?? 0) + 1 });
      if (this.#meets(known) !== was) this.#choose();
      return;
    }
    this.#byID.set(news.id, news);
    this.#all.push(news);
    if (this.#meets(news)) this.shown.push(news);
    while (this.#all.length > this.#limit) {
      const old = this.#all.shift();
      this.#byID.delete(old.id);
      if (this.shown[0] === old) {
        this.shown.shift();
        this.dropped += 1;
      }
    }
  }

  #choose() {
    this.shown = this.#all.filter((entry) => this.#meets(entry));
    this.dropped = 0;
  }

  #meets(entry) {
    const { kind, number, call, code, errors } = this.#filter;
    if (kind && entry.kind !== kind) return false;
    if (number && !entry.number?.includes(number)) return false;
    if (call && entry.call !== call) return false;
    if (code && !codeOf(entry).startsWith(code)) return false;
    return !errors || ["bad", "none"].includes(tone(entry)) || entry.faults.length > 0;
  }
}

/** The code in the answer's JSON, or else its HTTP status; empty while there is no answer. */
export const codeOf = (entry) => entry.code ?? (entry.httpStatus ? String(entry.httpStatus) : "");

/** `good`, `bad`, `none` for what was never answered, or `open` while it goes on. */
export function tone(entry) {
  if (entry.ending) return "none";
  if (entry.duration === undefined) return "open";
  if (entry.httpStatus >= 400) return "bad";
  const good = entry.kind === "callback" ? "000" : "200";
  return entry.code === good ? "good" : "bad";
}

/** Digits as numbers are kept: `08…` and `+62…` are found as `62…`. */
export const digitsOf = (text) => text.replace(/\D/g, "").replace(/^0/, "62");
