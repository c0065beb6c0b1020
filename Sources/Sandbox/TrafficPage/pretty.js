/** Strings, their keys, numbers and words of JSON. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** A body as elements: JSON indented and coloured, anything else as it is. */
export function pretty(text) {
  const block = document.createElement("pre");
  block.className = "body";
  block.tabIndex = 0;
  let json;
  try {
    json = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    block.textContent = text;
    return block;
  }
  let place = 0;
  for (const match of json.matchAll(TOKEN)) {
    block.append(json.slice(place, match.index));
    const [all, string, colon] = match;
    const piece = document.createElement("span");
    piece.className = string ? (colon ? "key" : "string") : /^[-\d]/.test(all) ? "number" : "word";
    piece.textContent = string ?? all;
    block.append(piece, colon ?? "");
    place = match.index + all.length;
  }
  block.append(json.slice(place));
  return block;
}
