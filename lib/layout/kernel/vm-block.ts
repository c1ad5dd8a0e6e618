import type { Messages } from '../../i18n/messages';
import type { Process } from '../../model/process';
import { vmMonitor } from '../../model/vm-monitor';
import { BOLD } from '../node-text';
import { wrapped } from '../wrapped';

/** A virtual machine beside the kernel: one that is here, or what one would be. */
export interface VmText {
  /** The process that runs it; null: there is none. */
  process: Process | null;
  title: readonly string[];
  said: readonly string[];
  kernel: readonly string[];
  kernelSaid: readonly string[];
}

export const VM = { edge: 14, title: 13, text: 12, line: 18, application: 28 } as const;

/**
 * @param width of its frame
 * @param brief do its names say enough?
 */
export function vmText(
  processes: readonly Process[],
  width: number,
  { kernel: { vm, brief: briefly } }: Pick<Messages, 'kernel'>,
  brief: boolean,
): VmText {
  const inner = width - 2 * VM.edge;
  const found = processes
    .toSorted((a, b) => a.pid - b.pid)
    .flatMap((process) => {
      const program = vmMonitor(process);
      return program === null ? [] : [{ process, program }];
    });
  const [first] = found;
  const said =
    first === undefined
      ? vm.sketchSaid
      : [vm.realSaid, ...(found.length > 1 ? [vm.others(found.length - 1)] : [])].join(' ');
  const sketch = brief ? briefly.vm : vm.sketch;
  const title = first === undefined ? sketch : vm.real(first.program, first.process.pid);
  return {
    process: first?.process ?? null,
    title: wrapped(title, inner / BOLD, VM.title),
    said: brief ? [] : wrapped(said, inner, VM.text),
    kernel: wrapped(brief ? briefly.vmKernel : vm.kernel, inner / BOLD, VM.title),
    kernelSaid: brief ? [] : wrapped(vm.kernelSaid, inner, VM.text),
  };
}

/** What its user space takes at the least, in pixels. */
export function vmUserHeight({ title, said }: VmText): number {
  return VM.edge + (title.length + said.length) * VM.line + 2 * VM.edge + VM.application;
}

/** What its kernel takes at the least. */
export function vmKernelHeight({ kernel, kernelSaid }: VmText): number {
  return 2 * VM.edge + (kernel.length + kernelSaid.length) * VM.line;
}
