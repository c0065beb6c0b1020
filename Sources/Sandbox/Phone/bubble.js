import { icon } from "/phone/icons.js";
import { marked } from "/phone/marks.js";

const STATUS = { sent: "Sent", delivered: "Delivered", read: "Read", failed: "Not delivered" };

/** One message as it is drawn. */
export class Bubble {
  constructor(message, openPicture) {
    this.element = make("article", "bubble");
    this.element.id = `message-${message.id}`;
    this.element.dataset.author = message.author;
    const body = make("div", "bubble-body");
    if (message.media) {
      this.element.dataset.kind = message.media.kind;
      body.append(drawMedia(message, openPicture));
    }
    if (message.text) {
      const text = make("p", "bubble-text");
      text.dir = "auto";
      text.append(...marked(message.text));
      body.append(text);
    }
    const meta = make("span", "bubble-meta");
    const time = document.createElement("time");
    const at = new Date(message.at);
    time.dateTime = at.toISOString();
    time.textContent = clock(at);
    this.ticks = make("span", "ticks");
    meta.append(time, this.ticks);
    body.append(meta);
    this.note = make("p", "bubble-note");
    this.note.setAttribute("role", "alert");
    this.note.hidden = true;
    this.element.append(body, this.note);
    this.update(message);
  }

  /** Shows what became of the message. */
  update(message) {
    this.element.dataset.status = message.status;
    this.ticks.replaceChildren(ticks(message));
    this.note.hidden = !message.note;
    if (this.note.textContent !== (message.note ?? "")) this.note.textContent = message.note ?? "";
  }
}

/** How far a message has come, as one or two ticks. */
export function ticks(message) {
  const told = `The business was told: ${message.status}`;
  const label = message.author === "business" ? told : STATUS[message.status];
  return icon(message.status === "read" ? "delivered" : message.status, label);
}

export const clock = (at) =>
  `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

/** `Today`, `Yesterday`, or the date. */
export function dayOf(at) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(new Date()) - midnight(at)) / 86400000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** A message on one line, without marks of bold or italics, for the list of chats. */
export function summary(message) {
  const words = document.createElement("p");
  words.append(...marked(message.text ?? ""));
  const text = words.textContent.replace(/\s+/g, " ").trim();
  const media = {
    image: ["📷", "Picture"], audio: ["🎤", "Voice note"], document: ["📄", message.media?.name],
  }[message.media?.kind];
  return media ? `${media[0]} ${text || media[1]}` : text;
}

/** What the list of chats shows of a message's time: the clock today, then the day. */
export function moment(at) {
  const day = dayOf(at);
  if (day === "Today") return clock(at);
  return day === "Yesterday" ? day : at.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
}

function drawMedia(message, openPicture) {
  const { kind, name, size, file } = message.media;
  const address = `/sandbox/media/${encodeURIComponent(file)}`;
  if (kind === "image") {
    const button = make("button", "picture");
    button.type = "button";
    const picture = document.createElement("img");
    picture.src = address;
    picture.alt = message.text || name;
    button.append(picture);
    button.title = "Enlarge";
    button.addEventListener("click", () => openPicture(address, message.text || name));
    return button;
  }
  if (kind === "audio") {
    const audio = document.createElement("audio");
    audio.controls = true;
    audio.preload = "metadata";
    audio.src = address;
    audio.setAttribute("aria-label", name);
    return audio;
  }
  const link = make("a", "document");
  link.href = address;
  link.download = name;
  const ending = name.includes(".") ? name.split(".").at(-1).toUpperCase().slice(0, 4) : "FILE";
  link.dataset.type = ending.toLowerCase().slice(0, 3);
  const badge = make("span", "document-badge");
  badge.textContent = ending;
  const words = make("span", "document-words");
  const title = make("span", "document-name");
  title.textContent = name;
  const detail = make("span", "document-size");
  detail.textContent = `${ending} · ${readableSize(size)}`;
  words.append(title, detail);
  link.append(badge, words, icon("download"));
  return link;
}

function readableSize(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function make(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
