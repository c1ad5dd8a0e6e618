import { isStopped } from '../../model/is-stopped';
import type { Point } from '../../layout/geometry';
import { layOutKernelView, SPACE, type KernelLayout } from '../../layout/kernel/kernel-layout';
import { enginesOutlook } from '../../select/engines';
import { baseline } from '../baseline';
import { HOST } from '../../model/host-word';
import { fenceKey, fencePart, fenceRef, lineMiddle } from './fence-part';
import type { KernelRole } from './kernel-role';
import { KERNEL, kernelPart } from './kernel-part';
import type { KernelPart, KernelPicture, KernelSubject, KernelTarget } from './kernel-picture';
import { processKey } from './process-row';
import { VIRTUAL, vmPart } from './vm-part';
import { wireMarks } from './wires';

/** By what that goes which stands for containers that are only counted. */
const FOLDED = 'folded';
const SAID = 12.5;

/** Which processes call which kernel, and in which call each is. */
export function kernelScene(subject: KernelSubject): KernelPicture {
  const layout = layOutKernelView(subject);
  const { fences, kernel } = layout;
  return {
    size: layout.size,
    parts: [
      groundPart(subject, layout),
      ...fences.fences.map((placed) => fencePart(subject, placed)),
      ...foldedPart(subject, layout),
      {
        ...{ key: 'wires', sentence: null, things: [] },
        frame: { kind: 'group', role: 'part' },
        ground: wireMarks(fences.fences, subject.calls ?? new Map(), kernel.y),
      },
      kernelPart(subject, layout),
      vmPart(subject, layout),
    ],
    places: placesIn(layout),
    targets: targetsIn(subject, layout),
    asks: fences.fences.flatMap((placed) =>
      placed.fence.shown.map((process, index) => ({ process, y: lineMiddle(placed, index) })),
    ),
  };
}

/** User space, and the border that only system calls lead over. */
function groundPart({ messages, whole, brief }: KernelSubject, layout: KernelLayout): KernelPart {
  const { user, fences } = layout;
  const { userSpace, border } = messages.kernel;
  const { noContainers, unknownContainers } = brief ? messages.kernel.brief : messages.kernel;
  const runsNone = whole.containers.every(isStopped);
  const empty = enginesOutlook(whole.engines).complete ? noContainers : unknownContainers;
  const y = user.bottom + SPACE.border / 2;
  const text = (role: KernelRole, words: string, line: number) =>
    ({ kind: 'text', role, x: user.left + SPACE.edge, y: line, size: SAID, text: words }) as const;
  return {
    ...{ key: 'ground', sentence: null, things: [] },
    frame: { kind: 'group', role: 'part' },
    ground: [
      {
        kind: 'rect',
        role: 'region',
        ...{ x: user.left, y: user.top, rx: 10 },
        ...{ width: user.right - user.left, height: user.bottom - user.top },
      },
      text('regionName', userSpace, baseline(user.top + SPACE.name / 2, SAID)),
      ...(runsNone ? [text('said', empty, fences.bottom + SPACE.said)] : []),
      { kind: 'line', role: 'border', from: { x: user.left, y }, to: { x: user.right, y } },
      text('heading', border, y - 6),
    ],
  };
}

function foldedPart(
  { messages, opens }: KernelSubject,
  { fences: { folded }, who }: KernelLayout,
): KernelPart[] {
  if (folded === null) return [];
  const { kernel } = messages;
  const text = kernel.more(who.folded);
  const { x, y, width, height } = folded;
  const words = opens ? { text: `${text} · `, link: kernel.open } : { text };
  return [
    {
      ...{ key: FOLDED, sentence: null, ground: [] },
      frame: { kind: 'group', role: 'part' },
      things: [
        {
          ...{ key: FOLDED, identity: FOLDED, selected: false },
          sentence: opens ? `${text} · ${kernel.open}` : text,
          drawing: {
            kind: 'group',
            role: 'folded',
            data: { 'folded-count': who.folded },
            children: [
              { kind: 'rect', role: 'foldedGround', x, y, width, height, rx: 10 },
              {
                kind: 'text',
                role: 'said',
                ...words,
                size: SAID,
                ...{ x: x + SPACE.edge, y: baseline(y + height / 2, SAID) },
              },
            ],
          },
        },
      ],
    },
  ];
}

/** Where everything that can be walked to stands. */
function placesIn({ fences, kernel, vm }: KernelLayout): ReadonlyMap<string, Point> {
  const { folded } = fences;
  return new Map([
    ...fences.fences.flatMap((placed) => {
      const x = placed.x + placed.width / 2;
      return [
        [fenceKey(placed), { x, y: placed.y + 14 }] as const,
        ...placed.fence.shown.map(
          ({ pid }, index) => [processKey(pid), { x, y: lineMiddle(placed, index) }] as const,
        ),
      ];
    }),
    ...(folded === null
      ? []
      : [[FOLDED, { x: folded.x + folded.width / 2, y: folded.y + folded.height / 2 }] as const]),
    [KERNEL, { x: kernel.x + kernel.width / 2, y: kernel.y + kernel.height / 2 }] as const,
    [
      VIRTUAL,
      { x: (vm.user.left + vm.user.right) / 2, y: (vm.kernel.top + vm.kernel.bottom) / 2 },
    ] as const,
  ]);
}

function targetsIn(
  subject: KernelSubject,
  { fences, vm }: KernelLayout,
): ReadonlyMap<string, KernelTarget> {
  const { process } = vm.text;
  return new Map<string, KernelTarget>([
    ...fences.fences.flatMap((placed): [string, KernelTarget][] => [
      [fenceKey(placed), { kind: 'container', ref: fenceRef(subject, placed) }],
      ...placed.fence.shown.map(({ pid }): [string, KernelTarget] => [
        processKey(pid),
        { kind: 'process', pid },
      ]),
    ]),
    [FOLDED, { kind: 'folded' }],
    [KERNEL, { kind: 'container', ref: HOST }],
    ...(process === null
      ? []
      : [[VIRTUAL, { kind: 'process', pid: process.pid }] satisfies [string, KernelTarget]]),
  ]);
}
