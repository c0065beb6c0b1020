/** What curl sends by itself. */
const OWN = new Set([
  "host", "content-length", "connection", "transfer-encoding", "accept-encoding", "user-agent", "accept", "expect",
]);

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command that makes the same call again; secrets are variables of the shell. */
export function curl(entry, origin) {
  const words = [`curl -X ${entry.method} ${quoted(entry.kind === "callback" ? entry.target : origin + entry.target)}`];
  const parts = entry.body.parts;
  for (const { name, value } of entry.headers) {
    const small = name.toLowerCase();
    if (OWN.has(small) || (parts && small === "content-type")) continue;
    if (small !== "authorization") words.push(`-H ${quoted(`${name}: ${value}`)}`);
    else if (/^basic /i.test(value)) words.push('-u "$client_id:$secret"');
    else words.push(`-H "${name}: ${value.split(" ")[0].replace(/[^\w-]/g, "")} $token"`);
  }
  for (const part of parts ?? []) {
    const type = part.type ? `;type=${part.type}` : "";
    words.push(part.fileName === undefined ? `--form-string ${quoted(`${part.name}=${part.value}`)}` : `-F ${quoted(`${part.name}=@${part.fileName}${type}`)}`);
  }
  if (entry.body.text) words.push(`--data-raw ${quoted(entry.body.text)}`);
  return words.join(" \\\n  ");
}
