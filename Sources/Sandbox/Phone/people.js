import { moment, summary, ticks } from "/phone/bubble.js";

/** Two letters for a picture that is not there. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "#";
}

/** A colour that stays with a name or number: one of the classes `tint-0` to `tint-7`. */
export function tint(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)) % 997;
  return `tint-${sum % 8}`;
}

export const displayNumber = (number) =>
  `+${number.replace(/^(62)(\d{3})(\d{4})(\d+)$/, "$1 $2-$3-$4")}`;

/** Draws the list of customers; `href` gives each one's address. */
export function drawPeople(list, { chats, project, open, href }) {
  const entries = chats.customers.map((customer) => ({
    customer,
    last: chats.last(project, customer.number),
    unread: chats.unread(project, customer.number),
  }));
  // Whoever wrote or was written to last comes first; the others stay as they are.
  entries.sort((left, right) => (right.last?.at ?? 0) - (left.last?.at ?? 0));
  const rows = entries.map((entry) => row(entry, entry.customer.number === open, href(entry.customer.number)));
  const focused = document.activeElement?.closest?.(".person")?.dataset.number;
  list.replaceChildren(...rows);
  if (focused) list.querySelector(`[data-number="${focused}"]`)?.focus();
}

function row({ customer, last, unread }, isOpen, href) {
  const item = document.createElement("li");
  const link = make("a", "person");
  link.href = href;
  link.dataset.number = customer.number;
  if (isOpen) link.setAttribute("aria-current", "true");
  const name = customer.name || displayNumber(customer.number);
  const avatar = make("span", `avatar ${tint(customer.number)}`);
  avatar.textContent = initials(customer.name);
  avatar.setAttribute("aria-hidden", "true");
  const words = make("span", "person-words");
  const title = make("span", "person-name");
  title.textContent = name;
  const detail = make("span", "person-last");
  detail.textContent = last ? summary(last) : displayNumber(customer.number);
  if (last?.author === "customer") {
    const far = make("span", "ticks");
    far.append(ticks(last));
    detail.dataset.status = last.status;
    detail.prepend(far);
  }
  words.append(title, detail);
  const side = make("span", "person-side");
  const time = make("span", "person-time");
  time.textContent = last ? moment(new Date(last.at)) : "";
  side.append(time);
  if (unread > 0) {
    link.classList.add("waiting");
    const badge = make("span", "unread");
    badge.textContent = unread > 99 ? "99+" : String(unread);
    badge.setAttribute("aria-label", `${unread} unread`);
    side.append(badge);
  }
  link.append(avatar, words, side);
  item.append(link);
  return item;
}

function make(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
