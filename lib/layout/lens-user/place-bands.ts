import type { Messages } from '../../i18n/messages';
import { idOutside } from '../../model/id-map';
import type { IdMapRow } from '../../model/namespace';
import { wrapped } from '../wrapped';
import { common, ID, xOf, type PlacedWindow } from './axis';
import type { Standing } from './standing';
import type { Band, BandText, IdLine, UserParts } from './placed';
import { BELOW_RULER } from './sized';

type Bands = Pick<UserParts, 'bands' | 'lines' | 'texts'>;

/** What is said in a band. */
export const BAND_TEXT = { size: 14, line: 19 };
const TEXT_WIDTH = 196;
const TEXT_ASIDE = 16;
/** As narrow as words of a band are made so that they end before the next line. */
const LEAST_WIDTH = 110;
/** What a warning takes to the left of its words. */
export const SIGN = 24;

/** The band between the two rulers of a namespace: what its own processes go by is what is outside. */
export function identityOf(at: Standing, words: Messages['lensUser']): Bands {
  const { inner, innerY, frame, sized } = at;
  const { stack, marked, rows } = sized.measured;
  const of = stack.boxes.flatMap(({ namespace }) => namespace?.id ?? []);
  const [row] = stack.host ? [[0, 0, 4_294_967_295] satisfies IdMapRow] : [];
  const edges = inner.map(({ x, from, to }): [number, number] => [x, x + (to - from + 1) * ID]);
  const roots = rows
    .flat()
    .filter(({ runners }) => runners.some(({ place }) => place === 0))
    .flatMap(({ containers }) => containers);
  const rootX = xOf(inner, 0);
  const text = words.rootIsRoot(
    roots.length,
    roots.map(({ named }) => named),
  );
  const lines = marked.flatMap(({ id, rank }): IdLine[] => {
    const x = xOf(inner, id);
    if (x === null || !runs(rank)) return [];
    const ends = { from: { x, y: innerY }, to: { x, y: frame.ruler } };
    return [{ ...ends, root: id === 0, ofHost: stack.host && id === 0 }];
  });
  const right = rootX === null ? [] : lines.flatMap(({ from }) => (from.x > rootX ? from.x : []));
  return {
    bands: [
      {
        key: `${of[0] ?? ''} itself`,
        ...{ of, row: row ?? null, identity: true, top: innerY, bottom: frame.ruler },
        parts: edges.map((each) => ({ from: each, to: each })),
      },
    ],
    lines,
    texts:
      rootX === null || roots.length === 0 || !stack.host
        ? []
        : [
            bandText(
              { of, text, same: true },
              () => rootX,
              innerY,
              frame.ruler,
              Math.min(...right) - rootX,
            ),
          ],
  };
}

/** The bands of a stack, from its last ruler to that of what is around it. */
export function bandsOf(child: Standing, around: Standing, words: Messages['lensUser']): Bands {
  const { stack, outerMarked } = child.sized.measured;
  const [top, bottom] = [around.innerY, around.frame.ruler];
  const of = stack.boxes.flatMap(({ namespace }) => namespace?.id ?? []);
  const bands = stack.into.map((row): Band => {
    const [inside, outside, length] = row;
    const parts = child.outer.flatMap((window) => {
      const part = common(window, { from: inside, to: inside + length - 1 });
      if (part === null) return [];
      const moved = outside - inside;
      return partAt(part.from, part.to, child.outer, moved, around.outer);
    });
    const key = `${of[0] ?? ''} ${String(inside)}`;
    return { key, of, row, identity: false, parts, top, bottom };
  });
  const lines = outerMarked.flatMap(({ id, rank }): IdLine[] => {
    const outside = idOutside(stack.into, id);
    const from = xOf(child.outer, id);
    const to = outside === null ? null : xOf(around.outer, outside);
    if (from === null || to === null || !runs(rank)) return [];
    const root = child.big.has(id);
    const ofHost = around.sized.measured.stack.host && outside === 0;
    return [{ from: { x: from, y: top }, to: { x: to, y: bottom }, root, ofHost }];
  });
  const rootOutside = idOutside(stack.into, 0);
  const [from, to] = [
    xOf(child.outer, 0),
    rootOutside === null ? null : xOf(around.outer, rootOutside),
  ];
  const names = stack.boxes.flatMap(({ members }) => members.map(({ named }) => named));
  const onHost = stack.map === null ? null : idOutside(stack.map, 0);
  const texts =
    rootOutside === null || from === null || to === null
      ? []
      : [
          bandText(
            { of, same: rootOutside === 0, text: words.rootIs(names, rootOutside, onHost) },
            (y) => from + ((to - from) * (y - top)) / (bottom - top),
            top,
            bottom,
          ),
        ];
  return { bands, lines, texts };
}

/** Does anybody run as one of this rank, or is it root? */
function runs(rank: number): boolean {
  return rank === 0 || rank === 1 || rank === 4;
}

function partAt(
  from: number,
  to: number,
  inside: readonly PlacedWindow[],
  moved: number,
  outside: readonly PlacedWindow[],
): Band['parts'] {
  const [a, b] = [xOf(inside, from), xOf(inside, to)];
  const [c, d] = [xOf(outside, from + moved), xOf(outside, to + moved)];
  if (a === null || b === null || c === null || d === null) return [];
  const half = ID / 2;
  return [{ from: [a - half, b + half], to: [c - half, d + half] }];
}

/**
 * Lines of a text right of a line that may slant.
 *
 * @param lineX where that is at a height
 * @param free from it to the next line
 */
function bandText(
  { of, same, text }: Pick<BandText, 'of' | 'same' | 'text'>,
  lineX: (y: number) => number,
  top: number,
  bottom: number,
  free = Infinity,
): BandText {
  const aside = TEXT_ASIDE + (same ? SIGN : 0);
  const width = Math.max(LEAST_WIDTH, Math.min(TEXT_WIDTH, free - aside - TEXT_ASIDE / 2));
  const lines = wrapped(text, width, BAND_TEXT.size);
  const height = lines.length * BAND_TEXT.line;
  const slack = Math.max(0, (bottom - top - BELOW_RULER - height) / 2);
  const first = top + BELOW_RULER + slack;
  // The line may lean over the words: where it comes nearest, from their top to their bottom, counts.
  const beside = (y: number) =>
    aside + Math.max(lineX(y - BAND_TEXT.size), lineX(y + BAND_TEXT.size / 3));
  const placed = lines.map((line, nth) => {
    const y = first + (nth + 0.8) * BAND_TEXT.line;
    return { text: line, x: beside(y), y };
  });
  // Along a flat one they would be torn apart.
  const lean = Math.abs(lineX(bottom) - lineX(top));
  const flat = lean > bottom - top;
  const right = Math.max(...placed.map(({ x }) => x));
  return {
    ...{ key: `root ${of[0] ?? ''}`, of, same, text, slack: lean === 0 ? slack : 0 },
    lines: flat ? placed.map((each) => ({ ...each, x: right })) : placed,
  };
}
