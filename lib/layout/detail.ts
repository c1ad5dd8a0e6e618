import { boxAround, type Box } from './geometry';
import { PROJECT_NAME_SIZE } from './node-text';

/**
 * How much of each thing is drawn, by how large it is on the screen: all of it, then without what is small
 * in a ring, then names alone, ever larger in the world so that they are never too small to be read; at
 * last those of projects alone. From the back row a ring says what it does in the middle, in larger letters.
 */
export const DETAILS = ['full', 'backRow', 'middle', 'names', 'far', 'farthest', 'none'] as const;
export type Detail = (typeof DETAILS)[number];

/**
 * The least scale of each; the least size of a container's name there, and that of a project's, which has
 * the room between two rows, in the world.
 */
const LEVELS: Readonly<Record<Detail, { scale: number; name: number | null; project: number }>> = {
  full: { scale: 0.8, name: null, project: PROJECT_NAME_SIZE },
  // However large it is on the screen, it is this only where it is asked for.
  backRow: { scale: Infinity, name: 18, project: 16 },
  middle: { scale: 0.6, name: 18, project: 16 },
  names: { scale: 0.42, name: 26, project: 22 },
  far: { scale: 0.33, name: 32, project: 26 },
  farthest: { scale: 0.28, name: 38, project: 30 },
  none: { scale: 0, name: 60, project: 52 },
};

/** From the back row of a screen 1920 pixels wide, text is read from 24 on, which is so many times as large as from a chair. */
const FAR_AWAY = 2.3;
/** From so much larger on all that is in a ring is read from there, beside a lesson as well. */
const LETTERED_FAR_AWAY = 1.8;

/**
 * What is drawn at a scale: screen pixels for one of the world.
 *
 * @param projected is it read from the back row?
 */
export function detailAt(scale: number, projected = false): Detail {
  if (projected && scale >= LETTERED_FAR_AWAY) return 'backRow';
  const seen = projected ? Math.min(scale / FAR_AWAY, LEVELS.middle.scale - 0.01) : scale;
  return DETAILS.find((detail) => seen >= LEVELS[detail].scale) ?? 'none';
}

/** Where names are all that a ring says: no smaller than this, in the world; null: there is more. */
export function leastName(detail: Detail): number | null {
  return LEVELS[detail].name;
}

/** How large the name of a project is, in the world. */
export function projectName(detail: Detail): number {
  return LEVELS[detail].project;
}

/**
 * The middle of a project's name: large ones stand off the edge, in the middle between two rows.
 *
 * @param name where the edge is, and which: -1 the upper, 1 the lower one
 */
export function projectNameY({ y, edge }: { y: number; edge: -1 | 1 }, size: number): number {
  return y + (edge * (size - PROJECT_NAME_SIZE)) / 10;
}

/** How far up and down a project's name reaches that is read from the back row: half of it stands outside of its ground. */
export function nameFromBackRow(name: { x: number; y: number; edge: -1 | 1 }): Box {
  const size = projectName('backRow');
  return boxAround({ x: name.x, y: projectNameY(name, size) }, 0, size / 2);
}

/** Are the letters of types, and the names of what is shared, large enough to be read? */
export function isLettered(detail: Detail): boolean {
  return detail === 'full' || detail === 'backRow' || detail === 'middle';
}

/** How large what is small is written, in the world. */
export interface SmallSizes {
  /** The letter of a type, in a container's ring and in the host's. */
  letter: number;
  hostLetter: number;
  /** The host's name, and how many processes it has. */
  host: number;
  processes: number;
  /** The kernel's name for what is shared, and who shares it. */
  hub: number;
  members: number;
  /** The letter in a diamond. */
  hubLetter: number;
}

const NEAR = {
  letter: 9.5,
  hostLetter: 12,
  host: 18,
  processes: 12,
  hub: 12,
  members: 11,
  hubLetter: 11,
};
/** As large as their places allow. */
const FARTHER = {
  letter: 12,
  hostLetter: 14,
  host: 26,
  processes: 14,
  hub: 13,
  members: 12.5,
  hubLetter: 12,
};
/** Nothing is smaller on a wall than a name, though a letter nearly fills its arc: all of it is 28 px where letters begin. */
const OF_WALL = 15.6;
const BACK_ROW = {
  ...FARTHER,
  letter: OF_WALL,
  hostLetter: OF_WALL,
  processes: OF_WALL,
  hub: OF_WALL,
  members: OF_WALL,
  hubLetter: OF_WALL,
};

export function smallSizes(detail: Detail): SmallSizes {
  if (detail === 'backRow') return BACK_ROW;
  return detail === 'full' ? NEAR : FARTHER;
}

/** The letter of a diamond that stands there without its label, in the world: it has that one's room. */
const LONE_LETTERS: Readonly<Record<Detail, number>> = {
  full: NEAR.hubLetter,
  backRow: BACK_ROW.hubLetter,
  middle: FARTHER.hubLetter,
  names: 26,
  far: 32,
  farthest: 36,
  none: 40,
};

/** How large the letter in a diamond is. @param labelled does its label stand beside it? */
export function hubLetter(detail: Detail, labelled: boolean): number {
  return labelled ? smallSizes(detail).hubLetter : LONE_LETTERS[detail];
}
