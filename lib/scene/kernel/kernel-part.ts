import { NAMESPACE_TYPES } from '../../model/namespace-type';
import { BLOCK, type KernelBlock } from '../../layout/kernel/kernel-block';
import type { KernelLayout } from '../../layout/kernel/kernel-layout';
import type { Box } from '../../layout/geometry';
import { shortened } from '../../layout/node-text';
import { baseline } from '../baseline';
import type { Mark, Thing } from '../mark';
import type { KernelPart, KernelSubject } from './kernel-picture';
import type { KernelRole } from './kernel-role';

/** By what the one kernel goes; choosing it chooses the host. */
export const KERNEL = 'kernel';
const STRIP = 12.5;

/** The one kernel, what of it each namespace has its own of, and what is below it. */
export function kernelPart(
  { messages, snapshot, whole, brief }: KernelSubject,
  { kernel: block, hardware, who }: KernelLayout,
): KernelPart {
  const { kernel } = messages;
  const { title, parts, x, y, width, height } = block;
  const marks: Mark<KernelRole>[] = [
    { kind: 'rect', role: 'kernelGround', is: ['ofHost'], x, y, width, height, rx: 10 },
    ...title.lines.map((line, nth) =>
      text('kernelName', line, { x: title.x, y: title.y + nth * BLOCK.line }, BLOCK.title),
    ),
    ...(parts === null ? [] : partMarks(parts, kernel)),
  ];
  const below = kernel.guest[guestWord(whole.host.guest)];
  const types = NAMESPACE_TYPES.filter((type) => !snapshot.host.lacks.includes(type));
  const threads = who.kernelThreads === 0 ? [] : [kernel.threads(who.kernelThreads)];
  const owned = types.map((type) => kernel.own[type]).join(', ');
  const sentence = [
    kernel.one(snapshot.host.kernel),
    `${kernel.ownTitle}: ${owned}`,
    `${kernel.sharedTitle}: ${[kernel.shared, ...threads].join(' ')}`,
    below,
  ].join('. ');
  const thing: Thing<KernelRole> = {
    ...{ key: KERNEL, identity: KERNEL, sentence, selected: false },
    drawing: { kind: 'group', role: 'kernel', data: { kernel: 'host' }, children: marks },
  };
  return {
    ...{ key: KERNEL, sentence: null },
    frame: {
      kind: 'group',
      role: 'part',
      data: { guest: guestWord(whole.host.guest), release: snapshot.host.kernel },
    },
    ground: stripMarks(brief ? kernel.brief.guest[guestWord(whole.host.guest)] : below, hardware),
    things: [thing],
  };
}

/** What each namespace has its own of, and what there is one of. */
function partMarks(
  { own, shared }: NonNullable<KernelBlock['parts']>,
  { ownTitle, sharedTitle }: KernelSubject['messages']['kernel'],
): Mark<KernelRole>[] {
  return [
    text('heading', ownTitle, own.title, BLOCK.text),
    ...own.items.flatMap((item): Mark<KernelRole>[] => [
      { kind: 'circle', role: 'swatch', hue: item.type, cx: item.x + 5, cy: item.y - 4, r: 4.5 },
      text('item', item.text, { x: item.x + 16, y: item.y }, BLOCK.text),
    ]),
    text('heading', sharedTitle, shared, BLOCK.text),
    ...shared.lines.map((line, nth) =>
      text('item', line, { x: shared.x, y: shared.y + (nth + 1) * BLOCK.line }, BLOCK.text),
    ),
  ];
}

function text(
  role: KernelRole,
  words: string,
  at: { x: number; y: number },
  size: number,
): Mark<KernelRole> {
  return { kind: 'text', role, x: at.x, y: at.y, size, text: words };
}

function guestWord(guest: boolean | undefined): 'yes' | 'no' | 'unknown' {
  if (guest === undefined) return 'unknown';
  return guest ? 'yes' : 'no';
}

/** What a kernel runs on, in a line. */
export function stripMarks(text: string, { left, right, top, bottom }: Box): Mark<KernelRole>[] {
  const width = right - left;
  return [
    { kind: 'rect', role: 'strip', x: left, y: top, width, height: bottom - top, rx: 8 },
    {
      kind: 'text',
      role: 'stripText',
      ...{ x: left + width / 2, y: baseline((top + bottom) / 2, STRIP), size: STRIP },
      text: shortened(text, width - 2 * BLOCK.edge, STRIP),
    },
  ];
}
