import type { Messages } from '../i18n/messages';
import type { DotLook } from '../layout/lens/dot-look';
import { dotHalf, dotText, shownPid } from '../layout/lens/dot-text';
import type { Process } from '../model/process';
import { commandOf } from '../model/command';
import { baseline } from './baseline';
import type { LensRole } from './lens-role';
import type { Mark, Thing } from './mark';

export interface DotOf {
  process: Process;
  x: number;
  y: number;
  look: DotLook;
  /** The colour of its container; null for a process of none. */
  tint: string | null;
  /** The name of its container. */
  container: string | null;
  selected: boolean;
  messages: Messages['lens'];
}

/** By what a process goes in the Lens. */
export function dotKey(pid: number): string {
  return `process ${String(pid)}`;
}

/** A process, numbered as it sees itself: in every lens by the same number, so that it can be followed. */
export function dotThing(of: DotOf): Thing<LensRole> {
  const { process, x, y, look, tint, selected, messages } = of;
  const pid = shownPid(process);
  // Between its own namespace and the one in which all are numbered.
  const above = process.nsPids?.slice(1, -1).reverse() ?? [];
  const { number, below } = dotText(process, look);
  const half = dotHalf(process, look);
  const is = [...(tint === null ? ['outsider'] : []), ...(selected ? ['selected'] : [])];
  const ground: Mark<LensRole> =
    half > look.radius
      ? {
          kind: 'rect',
          role: 'dotGround',
          is,
          tint,
          x: -half,
          y: -look.radius,
          width: 2 * half,
          height: 2 * look.radius,
          rx: look.radius,
        }
      : { kind: 'circle', role: 'dotGround', is, tint, r: look.radius };
  const words: Mark<LensRole>[] =
    below === null
      ? []
      : [
          {
            kind: 'text',
            role: 'command',
            x: 0,
            y: below.command.y,
            size: below.command.size,
            text: below.command.text,
          },
          {
            kind: 'text',
            role: 'hostPid',
            x: 0,
            y: below.host.y,
            size: below.host.size,
            text: messages.onHost(above, process.pid),
          },
        ];
  return {
    key: dotKey(process.pid),
    identity: dotKey(process.pid),
    sentence: messages.dot(pid, commandOf(process), above, process.pid, of.container),
    selected,
    drawing: {
      kind: 'group',
      role: 'dot',
      at: { x, y },
      data: { process: process.pid, 'shown-pid': pid },
      children: [
        ground,
        ...(number === null
          ? []
          : [
              {
                kind: 'text',
                role: 'number',
                is: tint === null ? ['outsider'] : [],
                x: 0,
                y: baseline(0, number.size),
                size: number.size,
                text: number.text,
              } as const,
            ]),
        ...words,
      ],
    },
  };
}
