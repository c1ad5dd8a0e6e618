/** How large dots are drawn, and what is written to them: one look for all boxes of a picture. */
export interface DotLook {
  radius: number;
  /** The room of one dot with what is written to it. */
  cell: { width: number; height: number };
  /** `full`: its number, its command and its PID on the host; `number`: its number; else nothing. */
  says: 'full' | 'number' | 'nothing';
  /** The room of a box's title: two lines or one. */
  title: number;
  /** Between a box and what is in it. */
  padding: number;
  /** Between boxes side by side. */
  gap: number;
}

/** From the most telling to the smallest that can still be pointed at. */
export const DOT_LOOKS: readonly DotLook[] = [
  // For the back row, where few are drawn on a large canvas.
  { radius: 36, cell: { width: 190, height: 136 }, says: 'full', title: 46, padding: 20, gap: 20 },
  { radius: 22, cell: { width: 124, height: 90 }, says: 'full', title: 46, padding: 16, gap: 18 },
  { radius: 18, cell: { width: 96, height: 78 }, says: 'full', title: 46, padding: 12, gap: 14 },
  { radius: 15, cell: { width: 38, height: 38 }, says: 'number', title: 44, padding: 12, gap: 14 },
  { radius: 11, cell: { width: 27, height: 27 }, says: 'number', title: 40, padding: 9, gap: 10 },
  { radius: 6, cell: { width: 15, height: 15 }, says: 'nothing', title: 24, padding: 7, gap: 8 },
  { radius: 3.5, cell: { width: 9, height: 9 }, says: 'nothing', title: 20, padding: 5, gap: 6 },
];
