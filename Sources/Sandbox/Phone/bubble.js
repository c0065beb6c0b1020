import { icon } from "/phone/icons.js";
import { buttons, drawMedia, header } from "/phone/parts.js";
import { marked } from "/phone/marks.js";

const STATUS = { sent: "Sent", delivered: "Delivered", read: "Read", failed: "Not delivered" };

/** One message as it is drawn. */
export class Bubble {
  constructor(message, { openPicture, answer }) {
    this.element = make("article", "bubble");
    this.element.id = `message-${message.id}`;
    this.element.dataset.author = message.author;
    const body = make("div", "bubble-body");
    const mark = markOf(message);
    if (mark) {
      const words = make("p", "bubble-mark");
      words.textContent = mark;
      body.append(words);
    }
    if (message.sms) this.element.dataset.sms = message.sms.parts;
    if (message.template) this.element.dataset.template = message.template.name;
    if (message.template?.header) body.append(header(message.template.header));
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
    this.element.append(body);
    if (message.template?.buttons.length > 0) this.element.append(buttons(message.template.buttons, answer));
    this.element.append(this.note);
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

/** What kind of message it is, if it is no ordinary one. */
function markOf({ template, sms, isAutomatic }) {
  if (sms) return `SMS · ${sms.parts} ${sms.parts === 1 ? "part" : "parts"} · ${sms.template}`;
  if (template) return `Template · ${template.name}${template.language ? ` · ${template.language}` : ""}`;
  return isAutomatic ? "Answered by the provider itself" : "";
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
  if (message.sms) return `SMS: ${text}`;
  return media ? `${media[0]} ${text || media[1]}` : text;
}

/** What the list of chats shows of a message's time: the clock today, then the day. */
export function moment(at) {
  const day = dayOf(at);
  if (day === "Today") return clock(at);
  return day === "Yesterday" ? day : at.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
}

function make(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
