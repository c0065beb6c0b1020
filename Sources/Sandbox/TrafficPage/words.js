const two = (number) => String(number).padStart(2, "0");

/** `14:05:09.123`. */
export function clock(milliseconds) {
  const at = new Date(milliseconds);
  const fraction = String(at.getMilliseconds()).padStart(3, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${fraction}`;
}

export const displayNumber = (number) => `+${number.replace(/^(62)(\d{3})(\d{4})(\d+)$/, "$1 $2-$3-$4")}`;

export function readableSize(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
