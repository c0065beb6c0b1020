/** The page's icons, drawn as elements: no markup is ever put together from text. */
const SHAPES = {
  plus: ["M12 5v14", "M5 12h14"],
  back: ["M15 5l-7 7 7 7"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  send: ["M4.5 12L20 4.5 15.5 20l-4-6.500z", "M11.5 13.500L20 4.5"],
  clip: ["M18.5 11l-7 7a4.2 4.2 0 0 1-6-6l7.7-7.7a2.8 2.8 0 0 1 4 4L9.5 16a1.4 1.4 0 0 1-2-2l6.5-6.5"],
  down: ["M6 9.500l6 6 6-6"],
  download: ["M12 4v11", "M7 10.500l5 5 5-5", "M5 20h14"],
  sent: ["M6 12.500l4 4 8-9"],
  delivered: ["M2.5 12.500l4 4 8-9", "M11 15.500l1 1 8.5-9"],
  failed: ["M12 4.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15", "M12 8.500v4.5", "M12 15.500v.3"],
  bolt: ["M13 3L5 13.5h6L10 21l8.500-11H12z"],
  in: ["M4 12h15", "M13 6l6 6-6 6"],
  out: ["M20 12H5", "M11 6l-6 6 6 6"],
  phone: ["M8 3.500h8v17H8z", "M11 17.500h2"],
  traffic: ["M4 8h14", "M14 4l4 4-4 4", "M20 16H6", "M10 12l-4 4 4 4"],
  link: ["M10 14l8-8", "M12.500 6H18v5.500", "M16 14v4H6V8h4"],
  reply: ["M9 6L4 11l5 5", "M4.500 11H14a6 6 0 0 1 6 6v1"],
  document: ["M7 3.500h7l4 4v13H7z", "M14 3.500v4h4", "M10 12h5", "M10 15.500h5"],
};

const SVG = "http://www.w3.org/2000/svg";

/** One icon; hidden from screen readers unless it has a label. */
export function icon(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    const title = document.createElementNS(SVG, "title");
    title.textContent = label;
    svg.append(title);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}
