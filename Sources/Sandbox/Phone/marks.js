/** WhatsApp's marks and links as elements; everything else stays text. */
const ELEMENTS = { "*": "strong", "_": "em", "~": "s" };

/** A mark opens after a blank or punctuation and closes before one; blanks do not touch it from inside. */
const MARKED = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u;
const LINK = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)'*_~]/;

/** `text` as a list of nodes. */
export function marked(text) {
  const nodes = [];
  // Between a pair of triple back-ticks nothing else is a mark.
  text.split(/```([\s\S]+?)```/).forEach((part, index) => {
    if (index % 2 === 0) nodes.push(...inline(part));
    else nodes.push(element("code", [part]));
  });
  return nodes;
}

function inline(text) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const link = LINK.exec(rest);
    const mark = MARKED.exec(rest);
    const first = link && (!mark || link.index <= mark.index) ? link : mark;
    if (!first) break;
    if (first.index > 0) nodes.push(rest.slice(0, first.index));
    nodes.push(first === link ? anchor(first[0]) : element(ELEMENTS[first[1]], inline(first[2])));
    rest = rest.slice(first.index + first[0].length);
  }
  if (rest) nodes.push(rest);
  return nodes;
}

function anchor(address) {
  const link = element("a", [address]);
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function element(name, children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
