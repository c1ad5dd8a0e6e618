import type { Messages } from '../../i18n/messages';
import { wrapped } from '../../layout/wrapped';
import type { LensPart, LensPicture } from '../lens-picture';
import type { LensRole } from '../lens-role';
import type { Thing } from '../mark';
import type { MntMark, MntRole } from './mnt-role';
import { SIZE, words } from './words';

const LINE = 18;
const BELOW = 8;

/** Why of no namespace it is known what is mounted, in lines; none where nobody asked. */
export function unknownLines(
  reasons: readonly string[],
  width: number,
  { lensMnt }: Messages,
): string[] {
  const different = [...new Set(reasons)];
  if (different.length === 0) return [];
  return wrapped(`? ${[lensMnt.nothingKnown, ...different].join(' ')}`, width, SIZE);
}

/** What so many lines take above a picture. */
export function unknownHeight(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : lines.length * LINE + BELOW;
}

/** The picture of boxes below what is said of them all. */
export function belowUnknown(
  picture: LensPicture<LensRole>,
  lines: readonly string[],
): LensPicture<MntRole> {
  const by = unknownHeight(lines);
  if (by === 0) return picture;
  const { size, parts, dots, places, asks } = picture;
  return {
    size: { ...size, height: size.height + by },
    parts: [noteOf(lines), ...parts.map((part) => lowered(part, by))],
    dots: dots.map((dot) => ({ ...dot, y: dot.y + by })),
    places: new Map([...places].map(([key, { x, y }]) => [key, { x, y: y + by }])),
    asks,
  };
}

function noteOf(lines: readonly string[]): LensPart<MntRole> {
  return {
    ...{ key: 'unknown mounts', sentence: lines.join(' '), things: [], dots: [] },
    frame: { kind: 'group', role: 'mntPart', data: { unreadable: 'mounts' } },
    ground: lines.map((text, nth): MntMark => {
      return words({ role: 'mntUnknown', text, x: 4, y: nth * LINE + SIZE });
    }),
  };
}

function lowered(part: LensPart<LensRole>, by: number): LensPart<LensRole> {
  const { ground, things, dots } = part;
  const all = (some: readonly Thing<LensRole>[]) =>
    some.map((each) => {
      const { x, y } = each.drawing.at ?? { x: 0, y: 0 };
      return { ...each, drawing: { ...each.drawing, at: { x, y: y + by } } };
    });
  return {
    ...part,
    ground: [{ kind: 'group', role: 'fact', at: { x: 0, y: by }, children: ground }],
    things: all(things),
    dots: all(dots),
  };
}
