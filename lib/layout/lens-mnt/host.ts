import type { DotLook } from '../lens/dot-look';
import type { LensBox } from '../lens/lens-boxes';
import type { Column, Told } from './columns';
import { placeDots } from './dots';
import { bytesOf, type LayerFacts } from './layer-facts';
import type { Frame, PlacedHost } from './placed';
import type { Stack } from './stack';
import type { Unseen } from './unseen';

const HEAD = 66;
const STRIP = 30;
const LINE = 20;
const HEADING = 26;
/** What is said below the list, in two lines. */
const NOTE = 34;
/** What is told of where layers are. */
const KEPT = 112;
/** That there are no sizes. */
const SIZES = 18;

/** The host's box: its root, what of it no container has, and where layers are. */
export function placeHost(
  of: {
    box: LensBox;
    told: Told;
    columns: readonly Column[];
    unseen: Unseen;
    facts: LayerFacts | null;
    /** How it is said that sizes of some layers are not clear. */
    unclear: string;
  },
  frame: Frame,
  look: DotLook,
): PlacedHost {
  const { box, told, columns, unseen, facts, unclear } = of;
  const strip = box.condensed > 0 ? STRIP : 0;
  const stripTop = frame.y + HEAD;
  const dots = placeDots(box.dots, frame, stripTop + strip, look);
  const lastDot = dots.at(-1);
  const unseenY = (lastDot === undefined ? stripTop + strip : lastDot.y + look.cell.height) + 14;
  const ofContainers = columns.filter(({ boxes: [each] }) => each.members.length > 0);
  const stacks = ofContainers.flatMap(({ stack, boxes }) =>
    stack === null ? [] : [{ stack, count: boxes.length }],
  );
  const each = new Set(stacks.flatMap(({ stack }) => stack.layers));
  const layers = {
    once: each.size,
    copies: stacks.reduce((sum, { stack, count }) => sum + stack.layers.length * count, 0),
  };
  const bytes = facts === null ? null : sumsOf(each, stacks, facts);
  const sizes =
    facts === null || each.size === 0 ? null : sizesOf(facts, bytes === null ? unclear : null);
  const keptHeight = KEPT + (sizes === null ? 0 : SIZES);
  const notes = 1 + [unseen.asked, unseen.unknown].filter((count) => count > 0).length;
  const listed = (unseen.paths?.length ?? 0) * LINE + notes * NOTE;
  const needed = unseenY + HEADING + listed + keptHeight;
  const height = Math.max(frame.height, needed - frame.y);
  const root = told.is === 'known' ? told.mounts.find(({ kind }) => kind === 'root') : undefined;
  return {
    ...frame,
    height,
    box,
    root: root === undefined ? null : { fs: root.fs, source: root.source },
    note: told.is === 'known' ? null : told.note,
    strip:
      strip === 0 ? null : { x: frame.x + 12, y: stripTop, width: frame.width - 24, height: STRIP },
    dots,
    unseen,
    kept: [...new Set(stacks.flatMap(({ stack }) => stack.keptIn ?? []))],
    layers,
    bytes,
    sizes,
    unseenY,
    keptY: frame.y + height - keptHeight,
  };
}

/** That some sizes are not there, and why. @param unclear why, where nobody refused; null: there are all */
function sizesOf({ asked, unknown }: LayerFacts, unclear: string | null): PlacedHost['sizes'] {
  const [why] = unknown.values();
  if (why !== undefined) return { is: 'unknown', why };
  if (asked) return { is: 'asked' };
  return unclear === null ? null : { is: 'unknown', why: unclear };
}

function sumsOf(
  each: ReadonlySet<string>,
  stacks: readonly { stack: Stack; count: number }[],
  facts: LayerFacts,
): PlacedHost['bytes'] {
  const once = bytesOf(each, facts);
  if (once === null) return null;
  const copies = stacks.reduce(
    (sum, { stack, count }) => sum + (bytesOf(stack.layers, facts) ?? 0) * count,
    0,
  );
  return { once, copies };
}
