import type { Messages } from '../../i18n/messages';
import { FENCE } from '../../layout/kernel/fence-size';
import { monoShortened, monoWidth } from '../../layout/mono-text';
import { sansWidth } from '../../layout/node-text';
import { commandOf } from '../../model/command';
import type { Process } from '../../model/process';
import type { CallTold } from '../../privileges/call-told';
import { baseline } from '../baseline';
import type { Mark, Thing } from '../mark';
import { callText, type CallText } from './call-text';
import type { KernelRole } from './kernel-role';

const SIZE = 12;
const CALL = 11.5;
/** From the edge of a fence to what is in it. */
const EDGE = 12;
const DOT = 4.5;
/** Around the text of a call. */
const AROUND = 7;

export interface RowOf {
  process: Process;
  /** What is known of the call that it is in; null: nobody asks. */
  call: CallTold | null;
  /** Of the fence. */
  x: number;
  width: number;
  /** The middle of the row. */
  y: number;
  tint: string | null;
  selected: boolean;
  messages: Messages['kernel'];
}

/** By what a process goes in this picture. */
export function processKey(pid: number): string {
  return `process ${String(pid)}`;
}

/** A process with its number, its command, and the call that it is in. */
export function processThing(of: RowOf): Thing<KernelRole> {
  const { process, x, y, width, tint, selected, messages } = of;
  const { pid } = process;
  const call = of.call === null ? null : callText(of.call, messages);
  const command = commandOf(process);
  const number = String(pid);
  const left = x + EDGE + 2 * DOT + 7;
  const after = left + monoWidth(number, SIZE) + 9;
  const right = call === null ? x + width - EDGE : callLeft(call, x + width) - 8;
  const words = Math.max(right - after, 24);
  return {
    key: processKey(pid),
    identity: `${processKey(pid)} ${process.startTicks}`,
    sentence: messages.process(pid, command, call?.sentence ?? ''),
    selected,
    drawing: {
      kind: 'group',
      role: 'process',
      data: {
        process: pid,
        call: call?.data ?? null,
        unreadable: call?.state === 'unknown' || call?.state === 'unrecorded' ? 'call' : null,
      },
      children: [
        {
          kind: 'rect',
          role: 'rowGround',
          is: selected ? ['selected'] : [],
          ...{ x: x + 4, y: y - FENCE.row / 2 + 1, width: width - 8 },
          ...{ height: FENCE.row - 2, rx: 6 },
        },
        { kind: 'circle', role: 'dot', cx: x + EDGE + DOT, cy: y, r: DOT, tint },
        { kind: 'text', role: 'pid', x: left, y: baseline(y, SIZE), size: SIZE, text: number },
        {
          kind: 'text',
          role: 'command',
          ...{ x: after, y: baseline(y, SIZE), size: SIZE },
          text: monoShortened(command, words, SIZE),
        },
        ...(call === null ? [] : callMarks(call, x + width, y)),
      ],
    },
  };
}

/** Where the pill of a call begins, in a fence that ends at `right`. */
function callLeft({ text, mono }: CallText, right: number): number {
  return right - EDGE - 2 * AROUND - (mono ? monoWidth : sansWidth)(text, CALL);
}

/** Where its way to the kernel begins. */
export function callRight(right: number): number {
  return right - EDGE;
}

function callMarks(call: CallText, right: number, y: number): Mark<KernelRole>[] {
  const x = callLeft(call, right);
  const is = [call.state, ...(call.mono ? ['mono'] : [])];
  return [
    {
      kind: 'rect',
      role: 'callGround',
      is,
      ...{ x, y: y - 9, width: callRight(right) - x, height: 18, rx: 9 },
    },
    {
      kind: 'text',
      role: 'call',
      is,
      ...{ x: x + AROUND, y: baseline(y, CALL), size: CALL, text: call.text },
    },
  ];
}
