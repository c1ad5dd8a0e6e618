/** A piece of an outline as a path command of SVG, its coordinates absolute, y down. */
export interface PathCommand {
  type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  /** Points one after the other: x, y, x, y, … */
  values: readonly number[];
}

/**
 * Outlines as path data in whole numbers. Each contour begins where it is, all in it is told from the point before,
 * which takes half as many characters; what rounding leaves out does not add up.
 */
export function outlinePath(commands: readonly PathCommand[]): string {
  let [x, y] = [0, 0];
  return commands
    .map(({ type, values }) => {
      if (type === 'Z') return 'z';
      const points = values.map(Math.round);
      const [fromX, fromY] = type === 'M' ? [0, 0] : [x, y];
      const told = points.map((point, at) => point - (at % 2 === 0 ? fromX : fromY));
      [x = 0, y = 0] = points.slice(-2);
      return (type === 'M' ? 'M' : type.toLowerCase()) + told.map(separated).join('');
    })
    .join('');
}

/** A minus is separation enough. */
function separated(value: number, at: number): string {
  return at === 0 || value < 0 ? String(value) : ` ${value}`;
}
