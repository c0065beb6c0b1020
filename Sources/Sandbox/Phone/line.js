/** The line to the sandbox: what happens comes in, what a phone does goes out. */

/** Listens to what happens; the browser comes back by itself and names the last event it saw. */
export function listen({ snapshot, customer, message, time, state }) {
  const source = new EventSource("/sandbox/events");
  const on = (name, handler) => source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  on("snapshot", snapshot);
  on("customer", customer);
  on("message", message);
  on("time", time);
  source.addEventListener("open", () => state("live"));
  source.addEventListener("error", () => {
    state("lost");
    // A browser gives up where the answer was no event stream, as behind a proxy whose server is down.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ snapshot, customer, message, time, state }), 2000);
    }
  });
}

export const write = (number, project, text) =>
  post(`/sandbox/customers/${number}/messages`, JSON.stringify({ project, text }));

export const sendFile = (number, project, file, name, caption) => {
  const query = Object.entries({ project, name, caption });
  const words = query.map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return post(`/sandbox/customers/${number}/media?${words.join("&")}`, file);
};

export const see = (number, project) =>
  post(`/sandbox/customers/${number}/seen`, JSON.stringify({ project }));

export const addPerson = (number, name) => post("/sandbox/customers", JSON.stringify({ number, name }));

/** What was answered; throws an error with a sentence for the person at the phone. */
async function post(path, body) {
  let response;
  try {
    response = await fetch(path, { method: "POST", body });
  } catch {
    throw new Error("The sandbox does not answer. Is it still running?");
  }
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    // Told by its status below.
  }
  if (!response.ok) {
    throw new Error(answer?.error ?? answer?.message ?? `The sandbox answered HTTP ${response.status}.`);
  }
  return answer;
}
