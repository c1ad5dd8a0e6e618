import { sansWidth } from '../node-text';
import type { NetMessages } from './blocks';
import type { Line } from './line';
import type { LegendSign, PlacedLegend, PlacedNet, PlacedWire } from './placed';

const SIZE = 12;
const LINE = 24;
const GAP = 22;
const TOP = 10;
/** The room of each sign. */
const SIGN_WIDTH: Readonly<Record<LegendSign, number>> = {
  ...{ wire: 38, rail: 30, port: 30, chip: 30, published: 16 },
  ...{ up: 16, down: 16, unseen: 16, query: 18, arrow: 20, shield: 18, shieldOff: 18 },
  ...{ tick: 18, barred: 18 },
};

/** Where nothing is explained. */
export const NO_LEGEND: PlacedLegend = { entries: [], height: 0 };

/** Explains what is in the picture, and nothing that is not. */
export function legendOf(
  boxes: readonly PlacedNet[],
  wires: readonly PlacedWire[],
  { legend }: NetMessages,
  at: { x: number; y: number; width: number },
): PlacedLegend {
  const signs = new Set(
    boxes.flatMap((box) => linesIn(box).flatMap((line) => line.signs)).map(({ sign }) => sign),
  );
  const has: [LegendSign, boolean, string][] = [
    ['wire', wires.length > 0, legend.wire],
    ['rail', boxes.some(({ ground }) => (ground?.rails.length ?? 0) > 0), legend.rail],
    ['chip', boxes.some(isInShort), legend.chip],
    ['port', boxes.some(hasTabs), legend.port],
    ['published', boxes.some(hasPublished), legend.published],
    ['up', signs.has('up'), legend.up],
    ['down', signs.has('down'), legend.down],
    ['shield', signs.has('shield'), legend.firewall],
    ['query', signs.has('query') || signs.has('unseen'), legend.unknown],
  ];
  const entries: PlacedLegend['entries'][number][] = [];
  let [x, y] = [at.x, at.y + TOP + LINE / 2];
  for (const [sign, is, text] of has) {
    if (!is) continue;
    const width = SIGN_WIDTH[sign] + sansWidth(text, SIZE);
    if (x > at.x && x + width > at.x + at.width) [x, y] = [at.x, y + LINE];
    entries.push({ sign, text, x, y, textX: x + SIGN_WIDTH[sign] });
    x += width + GAP;
  }
  return { entries, height: entries.length === 0 ? 0 : y + LINE / 2 - at.y };
}

function isInShort({ standing }: PlacedNet): boolean {
  return standing !== null && standing.chip !== null;
}

function hasTabs({ standing, ground }: PlacedNet): boolean {
  return (standing?.measured?.tabs.length ?? 0) + (ground?.text.tabs.length ?? 0) > 0;
}

function hasPublished({ standing }: PlacedNet): boolean {
  return standing?.measured?.tabs.some(({ published }) => published !== null) === true;
}

function linesIn({ standing, ground }: PlacedNet): Line[] {
  const { measured = null, chip = null } = standing ?? {};
  return [
    ...(measured === null
      ? []
      : [...measured.body, ...measured.devices].flatMap(({ lines }) => lines)),
    ...(chip === null ? [] : chip.lines.map(({ line }) => line)),
    ...(ground === null ? [] : ground.text.blocks.flatMap(({ block }) => block.lines)),
  ];
}
