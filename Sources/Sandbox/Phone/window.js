import { clock, dayOf } from "/phone/bubble.js";

/** Whether a business may write freely to a customer now, and until when. */
export function sessionOf(chats, project, number) {
  if (chats.session === null || !number) return { isOpen: true, state: "business account", advice: "" };
  const messages = chats.messages(project, number);
  const last = messages.findLast((message) => message.author === "customer");
  const end = last ? last.at + chats.session * 1000 : 0;
  if (end > chats.now) {
    const at = new Date(end);
    const day = dayOf(at) === "Today" ? "" : `${at.toLocaleDateString("en-GB", { weekday: "short" })} `;
    return { isOpen: true, state: `session open until ${day}${clock(at)}`, advice: "" };
  }
  const hours = Math.round(chats.session / 360) / 10;
  return {
    isOpen: false,
    state: "session closed",
    advice: messages.length === 0 ? "" : `No message from this customer for ${hours} hours: only templates arrive until one is written here.`,
  };
}
