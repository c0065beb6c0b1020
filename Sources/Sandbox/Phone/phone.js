import { Chats } from "/phone/chats.js";
import { Bubble, dayOf } from "/phone/bubble.js";
import { displayNumber, drawPeople, initials, tint } from "/phone/people.js";
import { icon } from "/phone/icons.js";
import { marked } from "/phone/marks.js";
import { sampleVoiceNote } from "/phone/voice.js";
import { sessionOf } from "/phone/window.js";
import * as line from "/phone/line.js";

const $ = (id) => document.getElementById(id);
const chats = new Chats();
const drafts = new Map();
const bubbles = new Map();
/** How many messages of a chat are drawn at first. */
const DRAWN = 200;
let project = null;
let open = null;
let isAtEnd = true;
let missed = 0;
let isReady = false;

for (const [id, name] of Object.entries({
  traffic: "traffic", "chat-traffic": "traffic", "add-person": "plus", back: "back", attach: "clip", send: "send", "viewer-close": "close",
})) $(id).append(icon(name));

// Which chat is open stands in the address, so that the browser's own Back works.

const address = (number, of = project) => `#/${encodeURIComponent(of ?? "")}/${number}`;

function follow() {
  const [, wantedProject, number] = location.hash.split("/");
  const wanted = decodeURIComponent(wantedProject ?? "");
  if (chats.projects.some((each) => each.id === wanted)) project = wanted;
  const next = chats.customer(number) ? number : null;
  if (open) drafts.set(address(open), $("text").value);
  open = next ?? chats.customers[0]?.number ?? null;
  $("app").dataset.view = next ? "chat" : "people";
  $("text").value = drafts.get(address(open)) ?? "";
  fitText();
  showError("");
  drawAll();
  if (next && matchMedia("(hover: hover)").matches) $("text").focus();
}

function drawAll() {
  drawHead();
  drawLog();
  drawList();
  look();
}

function drawList() {
  drawPeople($("people"), { chats, project, open, href: (number) => address(number) });
  const unread = chats.customers.reduce((sum, each) => sum + chats.unread(project, each.number), 0);
  document.title = unread > 0 ? `(${unread}) Phones` : "Phones";
}

function drawHead() {
  const business = chats.projects.find((each) => each.id === project);
  const customer = chats.customer(open);
  $("business-name").textContent = business?.name ?? "";
  $("business-avatar").textContent = initials(business?.name ?? "");
  $("business-avatar").className = `avatar ${tint(business?.name ?? "")}`;
  $("owner").textContent = customer ? customer.name || displayNumber(customer.number) : "";
  $("owner").title = customer ? `This is the phone of ${displayNumber(customer.number)}` : "";
  $("chat-traffic").href = customer ? `/traffic#number=${customer.number}` : "/traffic";
  $("businesses").hidden = chats.projects.length < 2;
  drawMood();
}

function drawMood() {
  const mood = chats.mood(project, open);
  const session = sessionOf(chats, project, open);
  $("business-state").textContent =
    { sending: "sending …", waiting: "answering …" }[mood] ?? session.state;
  $("business-state").dataset.session = session.isOpen ? "open" : "closed";
  $("window").hidden = !session.advice;
  if ($("window").textContent !== session.advice) $("window").textContent = session.advice;
  const dots = $("dots");
  if (mood === "waiting" && !dots) {
    const waiting = document.createElement("div");
    waiting.id = "dots";
    waiting.className = "dots";
    waiting.append(...[1, 2, 3].map(() => document.createElement("i")));
    $("messages").append(waiting);
    setTimeout(drawMood, Chats.patience + 100);
  } else if (mood !== "waiting") {
    dots?.remove();
  }
}

// Messages

function drawLog(drawn = DRAWN) {
  const all = chats.messages(project, open);
  bubbles.clear();
  $("messages").replaceChildren();
  if (all.length > drawn) {
    const earlier = document.createElement("button");
    earlier.type = "button";
    earlier.className = "earlier";
    earlier.textContent = `Show ${all.length - drawn} earlier messages`;
    earlier.addEventListener("click", () => drawLog(all.length));
    $("messages").append(earlier);
  }
  if (all.length === 0 && isReady) {
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = "Write something, as a customer would. Enter sends, Shift+Enter starts a new line.";
    $("messages").append(hint);
  }
  for (const message of all.slice(-drawn)) appendBubble(message);
  drawMood();
  toEnd();
}

function appendBubble(message) {
  const day = dayOf(new Date(message.at));
  const before = [...$("messages").querySelectorAll(".day")].at(-1);
  if (before?.textContent !== day) {
    const mark = document.createElement("p");
    mark.className = "day";
    mark.textContent = day;
    $("messages").append(mark);
  }
  const bubble = new Bubble(message, { openPicture, answer });
  const last = $("messages").querySelector(".bubble:last-of-type");
  if (last?.dataset.author !== message.author || last.nextElementSibling?.matches(".day")) {
    bubble.element.classList.add("first");
  }
  bubbles.set(message.id, bubble);
  $("messages").querySelector(".hint")?.remove();
  $("messages").append(bubble.element);
}

function hear(message) {
  const isNew = !chats.messages(message.project, message.customer).some((each) => each.id === message.id);
  chats.add(message);
  if (message.project === project && message.customer === open) {
    $("dots")?.remove();
    if (!isNew) {
      bubbles.get(message.id)?.update(message);
    } else {
      appendBubble(message);
      if (isAtEnd || message.author === "customer") toEnd();
      else showMissed(missed + 1);
    }
    drawMood();
    look();
  }
  drawList();
}

/** Tells the sandbox that the open chat is being looked at. */
function look() {
  const isOnScreen = $("log").offsetParent !== null && document.visibilityState === "visible";
  if (!isOnScreen || !open || chats.unread(project, open) === 0) return;
  line.see(open, project).catch((error) => showError(error.message));
}

// Scrolling

function toEnd() {
  $("log").scrollTop = $("log").scrollHeight;
  isAtEnd = true;
  showMissed(0);
}

function showMissed(count) {
  missed = count;
  $("jump").hidden = isAtEnd;
  $("jump").replaceChildren(icon("down"), count > 0 ? `${count} new` : "");
  $("jump").setAttribute("aria-label", count > 0 ? `${count} new messages, go to the end` : "Go to the end");
}

let lastTop = 0;
$("log").addEventListener("scroll", () => {
  const log = $("log");
  const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  // Content that grows moves the end away; only a person who scrolls up leaves it.
  if (isNear || log.scrollTop < lastTop) isAtEnd = isNear;
  lastTop = log.scrollTop;
  showMissed(isAtEnd ? 0 : missed);
}, { passive: true });
$("jump").addEventListener("click", toEnd);
// A picture that arrives, or a composer that grows, must not push the end out of sight.
const keepEnd = new ResizeObserver(() => { if (isAtEnd) $("log").scrollTop = $("log").scrollHeight; });
keepEnd.observe($("messages"));
keepEnd.observe($("log"));

// Writing

function fitText() {
  const text = $("text");
  text.rows = Math.min(6, Math.max(1, text.value.split("\n").length));
  $("send").disabled = text.value.trim() === "";
}

function showError(sentence) {
  $("composer-error").textContent = sentence;
  $("composer-error").hidden = !sentence;
}

async function send() {
  const text = $("text").value.trim();
  if (!text || !open) return;
  const [number, of] = [open, project];
  $("text").value = "";
  fitText();
  showError("");
  try {
    await line.write(number, of, text);
  } catch (error) {
    if (open === number && !$("text").value) $("text").value = text;
    fitText();
    showError(error.message);
  }
}

/** A quick reply of a template is tapped: its label is what the customer writes. */
async function answer(text) {
  showError("");
  try {
    await line.write(open, project, text);
  } catch (error) {
    showError(error.message);
  }
}

async function sendFile(file, name) {
  if (!file || !open) return;
  const caption = $("text").value.trim();
  showError("");
  try {
    await line.sendFile(open, project, file, name, caption);
    $("text").value = "";
    fitText();
  } catch (error) {
    showError(error.message);
  }
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
$("text").addEventListener("input", fitText);
$("text").addEventListener("keydown", (event) => {
  // While a word is being composed (IME), Enter takes the word.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
$("text").addEventListener("paste", (event) => {
  const file = event.clipboardData?.files[0];
  if (!file) return;
  event.preventDefault();
  sendFile(file, file.name);
});

function showMenu(isShown) {
  $("attach-menu").hidden = !isShown;
  $("attach").setAttribute("aria-expanded", String(isShown));
  if (isShown) $("attach-menu").querySelector("button").focus();
}

$("attach").addEventListener("click", () => showMenu($("attach-menu").hidden));
$("attach-menu").addEventListener("click", (event) => {
  const what = event.target.dataset.attach;
  showMenu(false);
  if (what === "voice") sendFile(sampleVoiceNote(), "voice-note.wav");
  else if (what) $(what).click();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".attach")) showMenu(false);
});
$("attach-menu").addEventListener("keydown", (event) => {
  const items = [...$("attach-menu").children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  if (event.key === "Escape") {
    showMenu(false);
    $("attach").focus();
  }
});
for (const id of ["picture", "document"]) {
  $(id).addEventListener("change", () => {
    const [file] = $(id).files;
    sendFile(file, file?.name);
    $(id).value = "";
  });
}

// Pictures, people, businesses

function openPicture(source, caption) {
  $("viewer-picture").src = source;
  $("viewer-picture").alt = caption;
  $("viewer-caption").replaceChildren(...marked(caption));
  $("viewer").showModal();
}
$("viewer").addEventListener("click", (event) => {
  if (event.target !== $("viewer-picture")) $("viewer").close();
});

$("add-person").addEventListener("click", () => {
  $("person-form").reset();
  $("person-error").hidden = true;
  $("person").showModal();
});
$("person-cancel").addEventListener("click", () => $("person").close());
$("person-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const customer = await line.addPerson($("person-number").value, $("person-name").value.trim());
    chats.addCustomer(customer);
    $("person").close();
    location.hash = address(customer.number);
    drawList();
  } catch (error) {
    $("person-error").textContent = error.message;
    $("person-error").hidden = false;
  }
});

$("back").addEventListener("click", () => { location.hash = "#/"; });
$("project").addEventListener("change", () => { location.hash = address(open, $("project").value); });
addEventListener("hashchange", follow);
document.addEventListener("visibilitychange", look);
addEventListener("resize", look);
setInterval(drawMood, 20000);

line.listen({
  snapshot(all) {
    chats.replace(all);
    isReady = true;
    project = chats.projects.some((each) => each.id === project) ? project : chats.projects[0]?.id;
    $("project").replaceChildren(...chats.projects.map((each) => new Option(each.name, each.id)));
    follow();
    $("project").value = project;
    document.body.dataset.ready = "true";
  },
  customer(customer) {
    chats.addCustomer(customer);
    drawList();
  },
  message: hear,
  time(now) {
    chats.tell(now);
    drawMood();
  },
  state(state) {
    $("line").dataset.state = state;
    $("line").textContent =
      state === "live" ? "Live" : "The sandbox does not answer. Trying again …";
  },
});
