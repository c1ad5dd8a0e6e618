import { withoutEngine } from '../model/project';

/**
 * Text is fitted by estimate: a layout is pure and the same everywhere, so it can ask no browser
 * for widths. These are those of characters of Inter, which the page is set in, in ems, rounded up.
 */
const WIDTHS: readonly (readonly [ems: number, characters: RegExp])[] = [
  [0.27, /[Iijl’]/],
  [0.29, /[ !,.:·]/],
  [0.33, /[';`t|]/],
  [0.38, /[()/[\]\\fr]/],
  [0.41, /1/],
  [0.46, /[-_{}“”]/],
  [0.5, /["*^]/],
  [0.55, /[?ksx]/],
  [0.575, /[7JLacvyz]/],
  [0.6, /[5Fehnou]/],
  [0.62, /[235689Ebdgpq]/],
  [0.655, /[04#$&BPRSTZ]/],
  [0.7, /[+<=>~AKVXY]/],
  [0.75, /[CDGHU]/],
  [0.77, /[NOQ]/],
  [0.91, /[Mmw…]/],
  [0.99, /[%@W]/],
];
/** Any other. */
const WIDEST = 1.05;
/** How much wider text in semibold is. */
export const BOLD = 1.04;

/** The size of a project's name. */
export const PROJECT_NAME_SIZE = 12;

/** The width of each character met so far, in ems: a picture of hundreds asks for the same ones. */
const widths = new Map<string, number>();

function ems(char: string): number {
  const known = widths.get(char);
  if (known !== undefined) return known;
  const [width] = WIDTHS.find(([, characters]) => characters.test(char)) ?? [WIDEST];
  widths.set(char, width);
  return width;
}

/** The width in pixels of a text in the sans face, about. */
export function sansWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const char of text) sum += ems(char);
  return sum * size * (bold ? BOLD : 1);
}

/** The beginning of a text that fits, with `…` where something is missing. */
export function shortened(text: string, width: number, size: number, bold = false): string {
  if (sansWidth(text, size, bold) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && sansWidth(`${chars.join('')}…`, size, bold) > width) chars.pop();
  return `${chars.join('')}…`;
}

/** Both ends of a text that does not fit: names that count up differ at their ends. */
export function shortenedInside(text: string, width: number, size: number): string {
  if (sansWidth(text, size) <= width) return text;
  const chars = [...text];
  for (let kept = chars.length - 1; kept > 2; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const both = `${chars.slice(0, head).join('')}…${chars.slice(head - kept).join('')}`;
    if (sansWidth(both, size) <= width) return both;
  }
  return shortened(text, width, size);
}

export interface FittedName {
  lines: string[];
  size: number;
}

/** Sizes for one line and for two: large names first, never too small to be read. */
const ONE_LINE = [16, 15, 14, 13, 12, 11];
const TWO_LINES = [13, 12, 11, 10];
/** From far a name is no larger, unless it must be to be read. */
export const LARGEST_FROM_FAR = 26;
const FROM_FAR = [LARGEST_FROM_FAR, 24, 22, 20, 18];

/** A container's name as large as it fits into a ring's inside; broken after `-`, `_` or `.`. */
export function fittedName(name: string, width: number): FittedName {
  for (const size of ONE_LINE) {
    if (sansWidth(name, size, true) <= width) return { lines: [name], size };
  }
  for (const size of TWO_LINES) {
    const halves = splits(name).find((lines) =>
      lines.every((line) => sansWidth(line, size, true) <= width),
    );
    if (halves !== undefined) return { lines: halves, size };
  }
  const size = 10;
  const [first, second] = splits(name).find(([line]) => sansWidth(line, size, true) <= width) ?? [];
  if (first === undefined || second === undefined) {
    return { lines: [shortened(name, width, size, true)], size };
  }
  return { lines: [first, shortened(second, width, size, true)], size };
}

/**
 * The name from far, where it is all there is: into the ring's inside if it fits there and is no smaller
 * than `least`, else across the ring, broken where that makes it narrower, and cut where it comes too near
 * to the next.
 */
export function nameFromFar(
  name: string,
  width: { inside: number; across: number },
  least: number,
): FittedName {
  // A line of one or two characters looks lost.
  const ways = [[name], ...splits(name).filter((lines) => lines.every((line) => line.length > 2))];
  const fit = (lines: readonly string[], size: number, room: number) =>
    lines.every((line) => sansWidth(line, size, true) <= room);
  for (const size of FROM_FAR.filter((each) => each >= least)) {
    const inside = ways.find((lines) => fit(lines, size, width.inside));
    if (inside !== undefined) return { lines: inside, size };
  }
  const widest = (lines: readonly string[]) =>
    Math.max(...lines.map((line) => sansWidth(line, least, true)));
  const [lines] = [
    ...ways.toSorted((one, other) => widest(one) - widest(other)),
    ...splits(name),
  ].filter((each) => fit(each, least, width.across));
  return { lines: lines ?? [shortened(name, width.across, least, true)], size: least };
}

/** All ways to break a name in two, the most even first. */
function splits(name: string): [string, string][] {
  const ways: [string, string][] = [];
  for (let index = 1; index < name.length; index += 1) {
    if (/[-_.]/.test(name.charAt(index - 1))) ways.push([name.slice(0, index), name.slice(index)]);
  }
  const unevenness = ([a, b]: [string, string]) => Math.abs(a.length - b.length);
  return ways.sort((a, b) => unevenness(a) - unevenness(b));
}

/** What of an image's name tells most: no registry, no path, no digest, no `latest`. */
export function imageName(image: string): string {
  if (/^(sha256:)?[0-9a-f]{64}$/.test(image)) return image.replace('sha256:', '').slice(0, 12);
  const plain = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/:latest$/, '');
  return plain.slice(plain.lastIndexOf('/') + 1);
}

/** A name in a list is not cut shorter than this. */
const MIN_NAME_EMS = 3.5;

/**
 * As many names as fit, cut a little if need be, and how many more there are.
 * @param phrase makes the sentence of the names shown and the number of those left out
 */
export function fittedList(
  names: readonly string[],
  width: number,
  size: number,
  phrase: (shown: string[], more: number) => string,
): string {
  for (let count = names.length; count > 0; count -= 1) {
    const [shown, more] = [names.slice(0, count), names.length - count];
    const text = phrase(shown, more);
    if (sansWidth(text, size) <= width) return text;
    const blank = phrase(
      shown.map(() => ''),
      more,
    );
    const room = (width - sansWidth(blank, size)) / count;
    if (room < MIN_NAME_EMS * size) continue;
    return phrase(
      shown.map((name) => shortened(name, room, size)),
      more,
    );
  }
  return shortened(phrase(names.slice(0, 1), names.length - 1), width, size);
}

/** `api-1` for `shop-api-1` of the project `shop`: what Compose puts before names is left out, as is a pod. */
export function withoutProject(name: string, project: string | null): string {
  const prefix =
    project === null
      ? undefined
      : ['-', '_', '/']
          .map((mark) => `${withoutEngine(project)}${mark}`)
          .find((each) => name.startsWith(each));
  return prefix === undefined || prefix === name ? name : name.slice(prefix.length);
}
