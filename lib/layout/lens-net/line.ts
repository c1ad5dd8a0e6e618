import { monoShortened, monoWidth } from '../mono-text';
import { sansWidth, shortened } from '../node-text';
import { wrapped } from '../wrapped';

/** What a piece of text is; who draws says what that looks like. */
export type SpanRole =
  | 'name'
  | 'plain'
  | 'dim'
  | 'code'
  | 'dimCode'
  | 'address'
  | 'unknown'
  | 'heading'
  | 'yes'
  | 'no'
  | 'open';

/** How each is set: its size in pixels, in which face, how heavy. */
const SETTING: Readonly<Record<SpanRole, { size: number; mono: boolean; bold: boolean }>> = {
  name: { size: 15, mono: false, bold: true },
  plain: { size: 12, mono: false, bold: false },
  dim: { size: 12, mono: false, bold: false },
  code: { size: 12, mono: true, bold: false },
  dimCode: { size: 12, mono: true, bold: false },
  address: { size: 14, mono: true, bold: true },
  unknown: { size: 12, mono: false, bold: false },
  heading: { size: 12, mono: false, bold: true },
  yes: { size: 12, mono: false, bold: true },
  no: { size: 12, mono: false, bold: true },
  open: { size: 12, mono: false, bold: true },
};

/** Signs that the fonts have no letters for, or that are more than a letter. */
export type Sign =
  'up' | 'down' | 'unseen' | 'arrow' | 'query' | 'shield' | 'shieldOff' | 'tick' | 'barred';
/** Room of a sign, with what is free behind it. */
const SIGN = 16;
/** Between two pieces. */
const SPACE = 6;

/** A piece of a line, before it has a place. */
export type Piece =
  | { sign: Sign }
  | {
      text: string;
      role: SpanRole;
      /** It is cut first where not all fits. */
      gives?: boolean;
      /** Nothing is free before it: `172.17.0.2` and `/16`. */
      tight?: boolean;
      /** What scripts find it by. */
      data?: Data;
    };

/** What attributes tell, without their `data-`. */
type Data = Readonly<Record<string, string | number | null>>;

export interface Span {
  text: string;
  role: SpanRole;
  size: number;
  x: number;
  data: Data;
}

/** What is written in a row of a box, and the signs in it; x from the left of the room. */
export interface Line {
  spans: readonly Span[];
  signs: readonly { sign: Sign; x: number }[];
  width: number;
  height: number;
  /** What scripts find it by. */
  data: Data;
  /** In full, where something may be cut: what pointing tells. Empty: a line before it says it. */
  whole: string;
}

const HEIGHT: Partial<Record<SpanRole, number>> = { name: 20, address: 20, heading: 20 };
const USUAL_HEIGHT = 17;

export function widthOf(text: string, role: SpanRole): number {
  const { size, mono, bold } = SETTING[role];
  return mono ? monoWidth(text, size) : sansWidth(text, size, bold);
}

function cut(text: string, role: SpanRole, room: number): string {
  const { size, mono, bold } = SETTING[role];
  return mono ? monoShortened(text, room, size) : shortened(text, room, size, bold);
}

/** Pieces side by side, cut to the room: first what gives, the last first, then whatever is last. */
export function lineOf(
  pieces: readonly Piece[],
  room: number,
  of: { data?: Data; indent?: number } = {},
): Line {
  const { data = {}, indent = 0 } = of;
  const texts = pieces.map((piece) => ('sign' in piece ? '' : piece.text));
  const least = (piece: Piece, text: string) =>
    'sign' in piece ? SIGN : widthOf(text, piece.role);
  const before = (piece: Piece, nth: number) =>
    nth === 0 || (!('sign' in piece) && piece.tight === true) ? 0 : SPACE;
  const widthAll = () =>
    pieces.reduce((sum, piece, nth) => {
      const text = texts[nth] ?? '';
      if (!('sign' in piece) && text === '') return sum;
      return sum + before(piece, nth) + least(piece, text);
    }, indent);
  const order = pieces
    .map((piece, nth) => ({ piece, nth }))
    .filter(({ piece }) => !('sign' in piece))
    .sort((a, b) => Number(gives(b.piece)) - Number(gives(a.piece)) || b.nth - a.nth);
  for (const { piece, nth } of order) {
    if ('sign' in piece) continue;
    const over = widthAll() - room;
    if (over <= 0) break;
    const text = texts[nth] ?? '';
    const left = widthOf(text, piece.role) - over;
    const short = left <= 0 ? '' : cut(text, piece.role, left);
    texts[nth] = short !== '' && widthOf(short, piece.role) <= left ? short : '';
  }
  let x = indent;
  const spans: Span[] = [];
  const signs: { sign: Sign; x: number }[] = [];
  pieces.forEach((piece, nth) => {
    const text = texts[nth] ?? '';
    if ('sign' in piece) {
      x += before(piece, nth);
      signs.push({ sign: piece.sign, x });
      x += SIGN;
    } else if (text !== '') {
      x += before(piece, nth);
      const { role, data: found = {} } = piece;
      spans.push({ text, role, size: SETTING[role].size, x, data: found });
      x += widthOf(text, role);
    }
  });
  return {
    spans,
    signs,
    width: x,
    height: Math.max(USUAL_HEIGHT, ...spans.map(({ role }) => HEIGHT[role] ?? 0)),
    data,
    whole: wholeOf(pieces),
  };
}

function gives(piece: Piece): boolean {
  return !('sign' in piece) && piece.gives === true;
}

/** The words of a line without its signs. */
function wholeOf(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece) => {
    if ('sign' in piece) return piece.sign === 'arrow' ? `${text} →` : text;
    return text === '' || piece.tight === true ? `${text}${piece.text}` : `${text} ${piece.text}`;
  }, '');
}

/** Lines that are one sentence together: the first says it whole. */
export function asOne(lines: readonly Line[]): Line[] {
  const whole = lines.flatMap((line) => (line.whole === '' ? [] : [line.whole])).join(' ');
  return lines.map((line, nth) => ({ ...line, whole: nth === 0 ? whole : '' }));
}

/** A sentence in as many lines as it takes, after a sign. */
export function sentenceLines(
  text: string,
  role: SpanRole,
  sign: Sign | null,
  room: number,
  data: Data = {},
): Line[] {
  const indent = sign === null ? 0 : SIGN + SPACE;
  return wrapped(text, room - indent, SETTING[role].size).map((words, nth) => {
    const piece = { text: words, role };
    const line =
      nth === 0 && sign !== null
        ? lineOf([{ sign }, piece], room, { data })
        : lineOf([piece], room, { indent });
    return { ...line, whole: nth === 0 ? text : '' };
  });
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}
