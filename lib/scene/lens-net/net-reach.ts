import { reachWords, type ReachTold } from '../../facts/reach';
import type { Messages } from '../../i18n/messages';
import { lineOf, type Piece, type Sign, type SpanRole } from '../../layout/lens-net/line';
import type { NetLayout, PlacedRail, PlacedWire } from '../../layout/lens-net/placed';
import type { Point } from '../../layout/geometry';
import type { NamespaceId } from '../../model/ids';
import type { Snapshot } from '../../model/snapshot';
import type { LensPart } from '../lens-picture';
import type { Mark, Thing } from '../mark';
import { found, lineMarks, signMarks, stackedLines } from './net-line';
import type { NetRole } from './net-role';

type Verdict = 'yes' | 'no' | 'unknown';

const SIGNS: Readonly<Record<Verdict, { sign: Sign; role: SpanRole }>> = {
  yes: { sign: 'tick', role: 'yes' },
  no: { sign: 'barred', role: 'no' },
  unknown: { sign: 'query', role: 'open' },
};

const PADDING = { x: 12, y: 2 };
const LINE = 17;

/**
 * Whether two that are selected reach each other, a line for each way; where two are not selected, that one
 * could select them.
 *
 * @param opens is it the page, on which one can?
 * @param brief is it looked at from the back row? Then whether the first reaches the second, and below that why not
 */
export function reachPart(
  reaches: readonly ReachTold[],
  { x, y, width, height }: NetLayout['strip'],
  opens: boolean,
  brief: boolean,
  snapshot: Snapshot,
  messages: Messages,
): LensPart<NetRole> {
  const room = width - 2 * PADDING.x;
  const frame = { kind: 'group', role: 'part' } as const;
  if (reaches.length === 0) {
    const hint = lineOf([{ text: messages.lensNet.chooseTwo, role: 'dim', gives: true }], room);
    const ground = opens ? lineMarks(hint, x, y + (height - LINE) / 2) : [];
    return { key: 'reach', sentence: null, frame, ground, things: [], dots: [] };
  }
  const things = (brief ? reaches.slice(0, 1) : reaches).map((told, nth): Thing<NetRole> => {
    const { said, why } = reachWords(told, snapshot, messages);
    const verdict = told.asked.is === 'answered' ? told.asked.answer.verdict : null;
    const saidPieces: Piece[] =
      verdict === null
        ? [{ text: said, role: 'plain' }]
        : [{ sign: SIGNS[verdict].sign }, { text: said, role: SIGNS[verdict].role }];
    const whyPieces: Piece[] = why === null ? [] : [{ text: why, role: 'plain', gives: true }];
    const at = { x: x + PADDING.x, y: y + PADDING.y + nth * LINE };
    const lines = (brief ? [saidPieces, whyPieces] : [[...saidPieces, ...whyPieces]])
      .filter((pieces) => pieces.length > 0)
      .map((pieces) => lineOf(pieces, room));
    const key = `reach ${told.from} ${told.to}`;
    return {
      ...{ key, identity: key, selected: false },
      sentence: lines.map(({ whole }) => whole).join(' '),
      drawing: {
        kind: 'group',
        role: 'netThing',
        children: [
          found({ reach: `${told.from} ${told.to}`, verdict }, [
            {
              ...{ kind: 'rect', role: 'thingGround', rx: 4 },
              ...{ x: at.x - 4, y: at.y, width: room + 8, height: lines.length * LINE },
            },
            ...stackedLines(lines, at.x, at.y),
          ]),
        ],
      },
    };
  });
  const ground: Mark<NetRole>[] = [{ kind: 'rect', role: 'verdicts', x, y, width, height, rx: 8 }];
  return { key: 'reach', sentence: null, frame, ground, things, dots: [] };
}

/** How a wire of a selected box is drawn: whether what is sent by it arrives, and whether it gets there at all. */
export type WayLook = 'yes' | 'no' | 'unknown' | 'untaken';

/** What is drawn of the way from the first to the second of two that are selected; null: nothing is known. */
export interface DrawnWay {
  verdict: Verdict;
  /** Networks that it gets into. */
  taken: ReadonlySet<NamespaceId>;
  /** The network that it begins in, and the one it ends in; null: it is not told, or is outside. */
  begins: NamespaceId | null;
  ends: NamespaceId | null;
}

export function wayOf([told]: readonly ReachTold[]): DrawnWay | null {
  if (told?.asked.is !== 'answered') return null;
  const { verdict, hops } = told.asked.answer;
  return {
    verdict,
    taken: new Set(hops.flatMap(({ where }) => where ?? [])),
    begins: hops[0]?.where ?? null,
    ends: hops.at(-1)?.where ?? null,
  };
}

/**
 * Between the wires of selected boxes: the way on the rail where they meet, or from one rail to another, with a
 * sign where it does not get on: in one of the boxes, or between them.
 */
export function betweenMarks(
  { wires, boxes }: NetLayout,
  lit: ReadonlySet<string>,
  way: DrawnWay | null,
): Mark<NetRole>[] {
  const ends = wires.flatMap(({ rail, points, wire }): WireOnRail[] => {
    const [start, end] = [points[0], points.at(-1)];
    if (rail === null || start === undefined || end === undefined) return [];
    if (!lit.has(wire.from.namespace)) return [];
    return [{ ...end, start, rail, from: wire.from.namespace, to: wire.to.namespace }];
  });
  const met = [...new Set(ends.map(({ rail }) => rail))].flatMap((rail): Mark<NetRole>[] => {
    const on = ends.filter((each) => each.rail === rail).toSorted((a, b) => a.x - b.x);
    const [first, last] = [on[0], on.at(-1)];
    if (first === undefined || last === undefined || new Set(on.map(({ from }) => from)).size < 2) {
      return [];
    }
    const middle = { x: (first.x + last.x) / 2, y: first.y };
    const is = way === null ? [] : lookOf(way, isOnRail(way, on));
    return [
      found({ meeting: rail }, [
        { kind: 'line', role: 'meeting', is, from: first, to: last },
        ...signAt(stopIn(on, way) ?? middle, way),
      ]),
    ];
  });
  if (met.length > 0 || way === null || way.verdict === 'yes') return met;
  const first = ends.find(({ from }) => from === way.begins) ?? ends[0];
  const second = ends.find(({ from, to }) => from !== first?.from && to === first?.to);
  if (first === undefined || second === undefined) return [];
  const rails = boxes.flatMap(({ ground }) => ground?.rails ?? []);
  const between = betweenRails(
    rails.find(({ key }) => key === first.rail),
    rails.find(({ key }) => key === second.rail),
  );
  // It comes to the end of the first rail; where rails lie one above the other, to the turn.
  const turn = between ?? { x: second.x, y: first.y };
  const toTurn = `M${first.x},${first.y}H${turn.x}`;
  const fromTurn = `M${turn.x},${turn.y}V${second.y}H${second.x}`;
  const middle = between ?? { x: turn.x, y: (first.y + second.y) / 2 };
  const wire = { kind: 'path', role: 'wire' } as const;
  return [
    { ...wire, is: ['lit', ...lookOf(way, isOnRail(way, [first, second]))], d: toTurn },
    { ...wire, is: ['lit', ...lookOf(way, way.taken.has(second.from))], d: fromTurn },
    ...signAt(stopIn([first, second], way) ?? middle, way),
  ];
}

/** The end of a wire on a rail. */
interface WireOnRail extends Point {
  /** Where it begins in its box. */
  start: Point;
  rail: string;
  from: NamespaceId;
  to: NamespaceId;
}

/** Where the way ends in one of the boxes; null: it does not end in one of them. */
function stopIn(ends: readonly WireOnRail[], way: DrawnWay | null): Point | null {
  return ends.find(({ from }) => from === way?.ends)?.start ?? null;
}

/** Does it get on the rail that these end at? A device that others are on top of tells of no hop. */
function isOnRail({ taken }: DrawnWay, ends: readonly WireOnRail[]): boolean {
  return ends.some(({ to }) => taken.has(to)) || ends.every(({ from }) => taken.has(from));
}

function lookOf({ verdict }: DrawnWay, isTaken: boolean): readonly WayLook[] {
  return isTaken || verdict === 'yes' ? [verdict] : [verdict, 'untaken'];
}

/** The middle of what is free between two rails side by side; null: they do not lie so. */
function betweenRails(one: PlacedRail | undefined, other: PlacedRail | undefined): Point | null {
  if (one === undefined || other?.y !== one.y) return null;
  const [left, right] = one.x < other.x ? [one, other] : [other, one];
  return { x: (left.x + left.width + right.x) / 2, y: one.y };
}

function signAt({ x, y }: Point, way: DrawnWay | null): Mark<NetRole>[] {
  if (way === null || way.verdict === 'yes') return [];
  return [
    { kind: 'circle', role: 'barrier', is: [way.verdict], cx: x, cy: y, r: 10 },
    ...signMarks(SIGNS[way.verdict].sign, x, y),
  ];
}

/** What is peculiar about the wire of a selected box. */
export function lookOfWire({ wire }: PlacedWire, way: DrawnWay | null): readonly WayLook[] {
  if (way === null) return [];
  // What comes into no other network never left the first.
  return lookOf(way, way.taken.has(wire.from.namespace) && way.taken.size > 1);
}
