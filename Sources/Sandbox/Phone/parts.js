import { icon } from "/phone/icons.js";
import { marked } from "/phone/marks.js";

/** The bold line above a template's text. */
export function header(text) {
  const line = make("p", "bubble-header");
  line.dir = "auto";
  line.textContent = text;
  return line;
}

/** A template's buttons: a quick reply writes its label, an address is only shown. */
export function buttons(all, answer) {
  const list = make("div", "bubble-buttons");
  for (const { label, url, payload } of all) {
    const button = make("button", "bubble-button");
    button.type = "button";
    button.append(icon(url ? "link" : "reply"), label);
    if (url) {
      const address = make("p", "bubble-url");
      address.hidden = true;
      address.textContent = url;
      button.setAttribute("aria-expanded", "false");
      button.title = url;
      button.addEventListener("click", () => {
        address.hidden = !address.hidden;
        button.setAttribute("aria-expanded", String(!address.hidden));
      });
      list.append(button, address);
    } else {
      if (payload) button.title = `Payload: ${payload}`;
      button.addEventListener("click", () => answer(label));
      list.append(button);
    }
  }
  return list;
}

/** A picture, a sound or a document. */
export function drawMedia(message, openPicture) {
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
