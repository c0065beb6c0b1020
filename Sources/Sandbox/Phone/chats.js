/** What the page knows: businesses, customers, and what they wrote each other. */
export class Chats {
  projects = [];
  callback = null;
  /** How long after a customer's last message the business may write freely, in seconds; null for ever. */
  session = null;
  /** How far the sandbox's clock is ahead of the browser's, in milliseconds. */
  #ahead = 0;
  #customers = new Map();
  #messages = new Map();
  #chats = new Map();
  /** When a customer's message was seen to be delivered; an answer is then on its way. */
  #delivered = new Map();

  /** For how long an answer is expected, in milliseconds. */
  static patience = 8000;

  get customers() {
    return [...this.#customers.values()];
  }

  customer(number) {
    return this.#customers.get(number);
  }

  replace({ projects, customers, messages, callback, session, now }) {
    this.projects = projects;
    this.callback = callback ?? null;
    this.session = session ?? null;
    this.tell(now);
    this.#customers = new Map(customers.map((customer) => [customer.number, customer]));
    this.#messages.clear();
    this.#chats.clear();
    for (const message of messages) this.add(message);
    this.#delivered.clear();
  }

  /** The sandbox's clock shows this. */
  tell(now) {
    this.#ahead = now - Date.now();
  }

  /** By the sandbox's clock. */
  get now() {
    return Date.now() + this.#ahead;
  }

  addCustomer(customer) {
    this.#customers.set(customer.number, customer);
  }

  /** Adds a message, or what became of it. */
  add(message) {
    const key = chatKey(message.project, message.customer);
    if (!this.#chats.has(key)) this.#chats.set(key, []);
    if (!this.#messages.has(message.id)) this.#chats.get(key).push(message.id);
    this.#messages.set(message.id, message);
    if (message.author === "business") this.#delivered.delete(key);
    else if (message.status === "delivered") this.#delivered.set(key, Date.now());
  }

  /** A chat's messages, oldest first. */
  messages(project, number) {
    const ids = this.#chats.get(chatKey(project, number)) ?? [];
    return ids.map((id) => this.#messages.get(id));
  }

  last(project, number) {
    const ids = this.#chats.get(chatKey(project, number)) ?? [];
    return this.#messages.get(ids.at(-1));
  }

  /** How many of a business's messages the customer has not looked at. */
  unread(project, number) {
    let count = 0;
    for (const message of this.messages(project, number).reverse()) {
      if (message.author !== "business") continue;
      if (message.status === "read") break;
      if (message.status === "delivered") count += 1;
    }
    return count;
  }

  /** `sending`, `waiting` for an answer, or null. */
  mood(project, number) {
    const last = this.last(project, number);
    if (last?.author !== "customer") return null;
    if (last.status === "sent") return "sending";
    const since = this.#delivered.get(chatKey(project, number));
    return last.status === "delivered" && Date.now() - since < Chats.patience ? "waiting" : null;
  }
}

const chatKey = (project, number) => `${project}/${number}`;
