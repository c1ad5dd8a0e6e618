import { NAMESPACE_TYPES } from '../model/namespace-type';

/**
 * A press of keys: what `KeyboardEvent.key` tells, after `Control+` or `Shift+` where these are held.
 * Shift is not named where it makes another character: `V`, `?`.
 */
export type Stroke = string;

/** What strokes can do in one regard: its actions, each with the strokes for it. */
export type Strokes = Readonly<Record<string, readonly Stroke[]>>;

const ARROWS = {
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
} as const;

const LENSES: Strokes = Object.fromEntries(
  NAMESPACE_TYPES.map((type, index) => [type, [String(index + 1)]]),
);

/**
 * Every key of the page, by where it works and what it is about. What is bound is bound to what stands
 * here, and the help tells of what stands here: neither knows a key of its own. Not here is what browsers
 * and ARIA practices give to fields, dialogs and menus that are open.
 */
export const KEYS = {
  everywhere: {
    search: { open: ['/', 'Control+k'] },
    views: { next: ['v'], previous: ['V'] },
    walk: ARROWS,
    choose: { enter: ['Enter'], press: [' '] },
    compare: { compare: ['Shift+Enter', 'Shift+ '] },
    clear: { clear: ['Escape'] },
    filter: { open: ['f'] },
    freeze: { toggle: ['z'] },
    takeAway: { open: ['e'] },
    // Where something that can be pinned has the focus, `p` pins it.
    projector: { toggle: ['p', 'P'] },
    inspector: { toggle: ['i'] },
    lessons: { open: ['l'] },
    images: { open: ['m'] },
    pauses: { toggle: ['u'] },
    present: { open: ['a'] },
    timeline: { toggle: ['t'] },
    help: { open: ['?'] },
  },
  // On top of any view, in projector mode.
  projector: { spotlight: { toggle: ['s'] }, marker: { toggle: ['d'] }, wipe: { wipe: ['c'] } },
  sharing: {
    zoom: { in: ['+', '='], out: ['-'] },
    fit: { fit: ['0'] },
    move: {
      left: ['Shift+ArrowLeft'],
      right: ['Shift+ArrowRight'],
      up: ['Shift+ArrowUp'],
      down: ['Shift+ArrowDown'],
    },
    pin: { toggle: ['p'] },
  },
  lens: { lens: LENSES },
  matrix: {
    edges: { first: ['Home'], last: ['End'] },
    corners: { first: ['Control+Home'], last: ['Control+End'] },
    pages: { up: ['PageUp'], down: ['PageDown'] },
  },
  processes: {
    edges: { first: ['Home'], last: ['End'] },
    pages: { up: ['PageUp'], down: ['PageDown'] },
    reveal: { reveal: ['Enter', ' '] },
    fold: { out: ['ArrowLeft'], in: ['ArrowRight'] },
    sameNumber: { ask: ['n'] },
  },
  recording: {
    play: { toggle: [' '] },
    marks: { before: [','], after: ['.'] },
    slide: {
      back: ['ArrowLeft', 'ArrowDown'],
      on: ['ArrowRight', 'ArrowUp'],
      farBack: ['PageDown'],
      farOn: ['PageUp'],
    },
  },
  timeline: {
    compare: { toggle: ['w'] },
    live: { go: ['g'] },
  },
  lesson: {
    // A presenter's clicker sends the pages.
    step: { back: ['ArrowLeft', 'PageUp'], on: ['ArrowRight', 'PageDown'], first: ['Home'] },
    view: { back: ['r'] },
    blank: { toggle: ['b'] },
    language: { toggle: ['L'] },
    // Nothing that a clicker sends.
    run: { next: ['x'] },
  },
  following: { rejoin: { rejoin: ['r'] } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Strokes>>>>;

export type KeyPlace = keyof typeof KEYS;

/** The strokes of a place, for who tells of them all. */
export type KeysOf<Place extends KeyPlace> = keyof (typeof KEYS)[Place];

/** Of a keyboard event. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What was pressed; null: with Alt, which is the browser's. Command of a Mac counts as Control. */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Stroke | null {
  if (altKey) return null;
  const control = ctrlKey || metaKey ? 'Control+' : '';
  // Of a character Shift makes another one; a space, arrows and their like stay what they are.
  const character = key.length === 1 && key !== ' ';
  const shift = shiftKey && !character ? 'Shift+' : '';
  return control + shift + (control !== '' && character ? key.toLowerCase() : key);
}

/** The action that a stroke asks for; null: none of these. */
export function actionOf<Action extends string>(
  strokes: Readonly<Record<Action, readonly Stroke[]>>,
  stroke: Stroke | null,
): Action | null {
  if (stroke === null) return null;
  for (const action in strokes) if (strokes[action].includes(stroke)) return action;
  return null;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Control: 'Ctrl',
  Escape: 'Esc',
  ' ': 'Space',
  '-': '−',
};

/** As it stands on the keys: `Shift V`, `Ctrl K`, `←`. */
export function keysOnBoard(stroke: Stroke): string {
  const [, held = '', key = ''] = /^((?:Control\+|Shift\+)*)(.+)$/.exec(stroke) ?? [];
  const before = held.split('+').filter((part) => part !== '');
  const capital = key.length === 1 && key !== key.toLowerCase();
  if (capital) before.push('Shift');
  const name = SYMBOLS[key] ?? (capital || before.length === 0 ? key : upper(key));
  return [...before.map((part) => SYMBOLS[part] ?? part), name].join(' ');
}

function upper(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
