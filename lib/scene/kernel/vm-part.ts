import type { KernelLayout } from '../../layout/kernel/kernel-layout';
import { VM } from '../../layout/kernel/vm-block';
import { sansWidth, shortened } from '../../layout/node-text';
import { baseline } from '../baseline';
import type { Mark, TextMark } from '../mark';
import type { KernelPart, KernelSubject } from './kernel-picture';
import type { KernelRole } from './kernel-role';
import { stripMarks } from './kernel-part';
import { arrowMark } from './wires';

/** By what the virtual machine goes. */
export const VIRTUAL = 'vm';
/** Applications that are drawn in it, and what is between two. */
const APPLICATIONS = { most: 3, gap: 10 };

/** A virtual machine: its applications, and the kernel of its own that they call. */
export function vmPart({ messages, brief }: KernelSubject, { vm }: KernelLayout): KernelPart {
  const words = messages.kernel.vm;
  const { text, user, kernel, hypervisor } = vm;
  const is = [text.process === null ? 'sketch' : 'real'];
  const x = user.left + VM.edge;
  const lines = (role: KernelRole, all: readonly string[], y: number, size: number) =>
    all.map((line, nth): TextMark<KernelRole> => ({
      ...{ kind: 'text', role, is, x, y: y + nth * VM.line, size, text: line },
    }));
  const top = user.top + VM.edge + VM.title;
  const kernelTop = kernel.top + VM.edge + VM.title;
  const marks: Mark<KernelRole>[] = [
    rect('region', user, is),
    ...lines('kernelName', text.title, top, VM.title),
    ...lines('said', text.said, top + text.title.length * VM.line, VM.text),
    ...applicationMarks(words.application, vm, is),
    rect('kernelGround', kernel, [...is, 'ofGuest']),
    ...lines('kernelName', text.kernel, kernelTop, VM.title),
    ...lines('said', text.kernelSaid, kernelTop + text.kernel.length * VM.line, VM.text),
  ];
  const sentence = [...text.title, ...text.said, ...text.kernel, ...text.kernelSaid].join(' ');
  return {
    ...{ key: VIRTUAL, sentence: null },
    frame: { kind: 'group', role: 'part', is, data: { vm: text.process?.pid ?? 'sketch' } },
    ground: stripMarks(brief ? messages.kernel.brief.hypervisor : words.hypervisor, hypervisor),
    things: [
      {
        ...{ key: VIRTUAL, identity: VIRTUAL, sentence, selected: false },
        drawing: { kind: 'group', role: 'kernel', data: { kernel: 'guest' }, children: marks },
      },
    ],
  };
}

/** Applications at the bottom of its user space, each with its way to the guest's kernel. */
function applicationMarks(
  name: string,
  { user, kernel }: KernelLayout['vm'],
  is: readonly string[],
): Mark<KernelRole>[] {
  const { most, gap } = APPLICATIONS;
  const inner = user.right - user.left - 2 * VM.edge;
  const least = sansWidth(name, VM.text) + 12;
  const count = Math.max(1, Math.min(most, Math.floor((inner + gap) / (least + gap))));
  const width = (inner - (count - 1) * gap) / count;
  const y = user.bottom - VM.edge - VM.application;
  return Array.from({ length: count }, (_, nth) => {
    const x = user.left + VM.edge + nth * (width + gap);
    const middle = x + width / 2;
    return [
      {
        kind: 'rect',
        role: 'fence',
        is: [...is, 'ofHost'],
        x,
        y,
        width,
        height: VM.application,
        rx: 7,
      },
      {
        kind: 'text',
        role: 'stripText',
        ...{ x: middle, y: baseline(y + VM.application / 2, VM.text), size: VM.text },
        text: shortened(name, width - 8, VM.text),
      },
      {
        kind: 'line',
        role: 'wire',
        is,
        from: { x: middle, y: y + VM.application },
        to: { x: middle, y: kernel.top - 5 },
      },
      { ...arrowMark(middle, kernel.top), is },
    ] satisfies Mark<KernelRole>[];
  }).flat();
}

function rect(
  role: KernelRole,
  { left, top, right, bottom }: KernelLayout['vm']['user'],
  is: readonly string[],
): Mark<KernelRole> {
  return {
    kind: 'rect',
    role,
    is,
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    rx: 10,
  };
}
