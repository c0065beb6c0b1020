/** What each kind of fault means, and the fields it has beside its limits. */
export const KINDS = {
  latency: ["Answers late.", ["delay", "when"]],
  hang: ["Never answers; taken before, the message goes out and its callbacks come.", ["when"]],
  reset: ["Resets the connection instead of an answer.", ["when"]],
  http: ["A plain 5xx, as a proxy answers.", ["status", "retry_after", "when"]],
  html: ["A page where JSON is expected.", ["status", "when"]],
  truncated: ["Takes the call, and breaks off in the middle of the answer.", []],
  unauthorized: ["Calls a living token wrong: 401 Invalid credential.", ["status"]],
  "rate-limit": ["Too many requests: 429 with Retry-After; with a rate, only above it.", ["rate", "retry_after", "status"]],
  outage: ["Resets every connection for a while; needs “for”.", []],
  code: ["Answers a code and message of your choice.", ["code", "message", "status", "when"]],
  "callback-early": ["The callbacks come before the call that sent the message is answered.", []],
  "callback-late": ["A callback is held back, and overtaken.", ["delay"]],
  "callback-lost": ["A callback never comes.", []],
  "callback-read-alone": ["Neither sent nor delivered comes, only the last status.", []],
  "callback-swapped": ["A status comes after the one that follows it.", []],
  "callback-twice": ["The same callback comes twice.", []],
  "callback-spelling": ["Fields named status_message and environtment, as in the document's table.", []],
  "callback-null": ["message_content is null.", []],
  "callback-absent": ["Fields are missing.", ["fields"]],
  "callback-numbers": ["Numbers where strings should be.", []],
  "callback-unknown-type": ["A callback_type nobody knows.", ["type"]],
};

/** Each field: its label and what it looks like. */
export const FIELDS = {
  delay: ["Delay", "2s or 1s-5s"],
  when: ["When", [["", "usual"], ["before", "before it is taken"], ["after", "after it is taken"]]],
  status: ["HTTP status", "usual"],
  retry_after: ["Retry-After, seconds", "none"],
  rate: ["Calls a second", "all refused"],
  code: ["Code", "700"],
  message: ["Message", "Error from vendor"],
  fields: ["Fields", "client_name environment"],
  type: ["callback_type", "reaction"],
  call: ["Call", "any"],
  callback: ["Callback", [["", "any"], ...["message", "status", "sent", "delivered", "read", "failed"].map((name) => [name, name])]],
  number: ["Number", "any"],
  project: ["Project", "any"],
  times: ["Times", "always"],
  share: ["Share", "1 is all, 0.01 is 1 %"],
  for: ["For", "30s, 5m"],
};

/** How a field of a fault that is set is told. */
const WORDS = {
  when: (value) => `${value} it is taken`,
  status: (value) => `HTTP ${value}`,
  retry_after: (value) => `Retry-After ${value} s`,
  rate: (value) => `${value} a second`,
  fields: (value) => `without ${value.replaceAll(" ", ", ")}`,
  project: (value) => `project ${value}`,
  times: (value) => (value === "1" ? "once" : `${value} times`),
  share: (value) => `${Number((Number(value) * 100).toFixed(4))} %`,
  seed: (value) => `seed ${value}`,
};

/** A fault that is set, in a few words. */
export const told = (fields) => Object.entries(fields)
  .filter(([name]) => name !== "kind" && name !== "for")
  .map(([name, value]) => WORDS[name]?.(value) ?? value);

export const isOfCallbacks = (kind) => kind.startsWith("callback-") && kind !== "callback-early";
