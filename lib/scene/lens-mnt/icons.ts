/* Signs as paths: fonts lack some of them. Each stands around a point. */

/** Something dangerous. */
export function warningAt(x: number, y: number): string {
  return `M${x},${y - 6}L${x + 6},${y + 5}H${x - 6}ZM${x},${y - 2}V${y + 1}M${x},${y + 3}V${y + 3.2}`;
}

/** What nobody reads or writes. */
export function lockAt(x: number, y: number): string {
  return `M${x - 4},${y - 1}h9v6h-9zM${x - 2},${y - 1}v-2a2.5,2.5 0 0 1 5,0v2`;
}

/** What nobody sees. */
export function eyeAt(x: number, y: number): string {
  return `M${x - 7},${y}Q${x},${y - 8} ${x + 7},${y}Q${x},${y + 8} ${x - 7},${y}M${x - 5},${y + 5}L${x + 5},${y - 5}`;
}

/** More is there, or all of it is shown: down, or up. */
export function chevronAt(x: number, y: number, isOpened: boolean): string {
  const [ends, tip] = isOpened ? [y + 2, y - 2] : [y - 2, y + 2];
  return `M${x - 4},${ends}L${x},${tip}L${x + 4},${ends}`;
}
