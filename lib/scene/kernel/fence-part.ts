import { FENCE, linesBelow } from '../../layout/kernel/fence-size';
import type { PlacedFence } from '../../layout/kernel/place-fences';
import { imageName, sansWidth, shortened } from '../../layout/node-text';
import { containerKey } from '../../model/ids';
import { HOST } from '../../model/host-word';
import { nameTold, refOf } from '../../model/container-ref';
import { tintOf } from '../../select/container-colour';
import { baseline } from '../baseline';
import type { Mark } from '../mark';
import type { KernelPart, KernelSubject } from './kernel-picture';
import type { KernelRole } from './kernel-role';
import { processThing } from './process-row';

const NAME = 13;
const SAID = 12;
const EDGE = 12;

/** How a container is named in links, and the host. */
export function fenceRef({ snapshot }: KernelSubject, { fence }: PlacedFence): string {
  return fence.container === null ? HOST : refOf(snapshot, fence.container);
}

/** By what it is known: the key of its container. */
export function fenceKey({ fence }: PlacedFence): string {
  return fence.container === null ? HOST : containerKey(fence.container);
}

/** The middle of one of its lines. */
export function lineMiddle({ y }: PlacedFence, line: number): number {
  return y + FENCE.head + (line + 0.5) * FENCE.row;
}

/** A container as a fence around its processes; those of the host stand in a plain box. */
export function fencePart(subject: KernelSubject, placed: PlacedFence): KernelPart {
  const { fence, x, y, width, height } = placed;
  const { container, shown, count, others } = fence;
  const { messages, chosen, calls, colours, whole } = subject;
  const { kernel } = messages;
  const key = fenceKey(placed);
  const selected = chosen.has(key);
  const tint = tintOf(colours, container);
  const ref = fenceRef(subject, placed);
  const name = container === null ? kernel.host : nameTold(whole, container);
  const image = container === null ? null : imageName(container.image);
  const sentence = kernel.fence(name, image, count === 0 ? kernel.unseen : kernel.count(count));
  const is = [container === null ? 'ofHost' : 'ofContainer', ...(selected ? ['selected'] : [])];
  const below = linesBelow(fence).map((line, index) => {
    const middle = lineMiddle(placed, shown.length + index);
    if (line === 'kernel') return ownKernelMarks(subject, placed, ref, middle);
    const text = line === 'others' ? kernel.others(others) : kernel.unseen;
    return [said(text, x + EDGE, middle, width - 2 * EDGE)];
  });
  return {
    key,
    sentence,
    frame: {
      kind: 'group',
      role: 'part',
      data: { container: ref },
      page: { 'container-id': container?.id ?? null },
    },
    ground: [{ kind: 'rect', role: 'fence', is, x, y, width, height, rx: 10 }, ...below.flat()],
    things: [
      {
        key,
        identity: key,
        sentence,
        selected,
        drawing: {
          kind: 'group',
          role: 'head',
          children: [
            {
              kind: 'rect',
              role: 'headGround',
              is: selected ? ['selected'] : [],
              ...{ x: x + 3, y: y + 3, width: width - 6, height: FENCE.head - 4, rx: 7 },
            },
            ...headMarks(name, image ?? kernel.count(count), placed),
          ],
        },
      },
      ...shown.map((process, index) =>
        processThing({
          ...{ process, x, width, tint, messages: kernel },
          call: calls === undefined ? null : (calls.get(process.pid) ?? { is: 'asked' }),
          y: lineMiddle(placed, index),
          selected: subject.process?.pid === process.pid,
        }),
      ),
    ],
  };
}

/** Its name, and beside it what it was made from, as far as there is room. */
function headMarks(name: string, beside: string, { x, y, width }: PlacedFence): Mark<KernelRole>[] {
  const inner = width - 2 * EDGE;
  const shownName = shortened(name, inner, NAME, true);
  const after = sansWidth(shownName, NAME, true) + 8;
  const line = baseline(y + FENCE.head / 2 + 1, NAME);
  return [
    { kind: 'text', role: 'name', x: x + EDGE, y: line, size: NAME, text: shownName },
    ...(inner - after < 40
      ? []
      : [
          {
            kind: 'text',
            role: 'said',
            ...{ x: x + EDGE + after, y: line, size: SAID },
            text: shortened(beside, inner - after, SAID),
          } as const,
        ]),
  ];
}

/** A kernel of a container's own stands in its fence: its processes call that one. */
function ownKernelMarks(
  { messages }: KernelSubject,
  { x, width }: PlacedFence,
  ref: string,
  middle: number,
): Mark<KernelRole>[] {
  return [
    {
      kind: 'rect',
      role: 'kernelGround',
      data: { kernel: ref },
      ...{
        x: x + 8,
        y: middle - FENCE.row / 2 + 1,
        width: width - 16,
        height: FENCE.row - 2,
        rx: 5,
      },
    },
    said(messages.kernel.ownKernel, x + EDGE + 4, middle, width - 2 * EDGE - 8),
  ];
}

function said(text: string, x: number, middle: number, width: number): Mark<KernelRole> {
  return {
    kind: 'text',
    role: 'said',
    ...{ x, y: baseline(middle, SAID), size: SAID, text: shortened(text, width, SAID) },
  };
}
