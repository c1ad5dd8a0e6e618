import type { Messages } from '../../i18n/messages';
import type { Host } from '../../model/host';
import { NAMESPACE_TYPES, type NamespaceType } from '../../model/namespace-type';
import { BOLD } from '../node-text';
import { wrapped } from '../wrapped';

/** What stands in the block of the one kernel, as lines with their places. */
export interface KernelBlock {
  x: number;
  y: number;
  width: number;
  height: number;
  title: { x: number; y: number; lines: readonly string[] };
  /** What of it there is one of, and what not. Null: that is not said. */
  parts: {
    /** What each namespace has its own of. */
    own: {
      title: { x: number; y: number };
      items: readonly { type: NamespaceType; text: string; x: number; y: number }[];
    };
    /** What there is one of. */
    shared: { x: number; y: number; lines: readonly string[] };
  } | null;
}

/** In pixels: its inner edge, its texts and their lines. */
export const BLOCK = { edge: 16, title: 15, text: 12.5, line: 20, gap: 12 } as const;
/** Side by side only where each has so much. */
const SIDE = 250;

/**
 * Lays the block out; its height follows.
 *
 * @param brief does its name say enough?
 */
export function layOutKernel(
  { x, y, width }: { x: number; y: number; width: number },
  host: Pick<Host, 'kernel' | 'lacks'>,
  kernelThreads: number,
  { kernel }: Pick<Messages, 'kernel'>,
  brief: boolean,
): KernelBlock {
  const inner = width - 2 * BLOCK.edge;
  const left = x + BLOCK.edge;
  const title = { x: left, y: y + BLOCK.edge + BLOCK.title };
  const name = brief ? kernel.brief.one(host.kernel) : kernel.one(host.kernel);
  const titles = wrapped(name, inner / BOLD, BLOCK.title);
  if (brief) {
    const height = 2 * BLOCK.edge + BLOCK.title + (titles.length - 1) * BLOCK.line;
    return { x, y, width, height, title: { ...title, lines: titles }, parts: null };
  }
  const top = title.y + (titles.length - 1) * BLOCK.line + BLOCK.gap + BLOCK.line;
  const beside = inner / 2 >= SIDE;
  const half = beside ? (inner - BLOCK.edge) * 0.58 : inner;
  const columns = half / 2 >= 150 ? 2 : 1;
  const types = NAMESPACE_TYPES.filter((type) => !host.lacks.includes(type));
  const rows = Math.ceil(types.length / columns);
  const items = types.map((type, index) => ({
    type,
    text: kernel.own[type],
    x: left + Math.floor(index / rows) * (half / columns),
    y: top + ((index % rows) + 1) * BLOCK.line,
  }));
  const ownBottom = top + rows * BLOCK.line;
  const shared = beside
    ? { x: left + half + BLOCK.edge, y: top, width: inner - half - BLOCK.edge }
    : { x: left, y: ownBottom + BLOCK.gap + BLOCK.line, width: inner };
  const lines = [
    ...wrapped(kernel.shared, shared.width, BLOCK.text),
    ...(kernelThreads === 0
      ? []
      : wrapped(kernel.threads(kernelThreads), shared.width, BLOCK.text)),
  ];
  const bottom = Math.max(ownBottom, shared.y + lines.length * BLOCK.line);
  return {
    ...{ x, y, width, height: bottom + BLOCK.edge - y },
    title: { ...title, lines: titles },
    parts: {
      own: { title: { x: left, y: top }, items },
      shared: { x: shared.x, y: shared.y, lines },
    },
  };
}
