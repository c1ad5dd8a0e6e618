import type { Messages } from '../../i18n/messages';
import type { Snapshot } from '../../model/snapshot';
import type { Box, Size } from '../geometry';
import { FENCE } from './fence-size';
import { layOutKernel, type KernelBlock } from './kernel-block';
import { columnsIn, GUTTER, placeFences, type PlacedFences } from './place-fences';
import { vmKernelHeight, vmText, vmUserHeight, type VmText } from './vm-block';
import { whoIsThere, type Who } from './who';

/** What the picture is laid out from. */
export interface KernelScene {
  /** What the filters leave to be drawn. */
  snapshot: Snapshot;
  /** Without filters: the kernel's threads and virtual machines are of this. */
  whole: Snapshot;
  chosen: ReadonlySet<string>;
  /** Is every container drawn, however many there are? */
  isOpen: boolean;
  /** Is it looked at from the back row? Then it says who calls which kernel, and little else. */
  brief: boolean;
  room: Size;
  messages: Messages;
}

/** Where everything stands: this machine on the left, a virtual one on the right, or below where it is narrow. */
export interface KernelLayout {
  size: Size;
  who: Who;
  /** The user space of this machine. */
  user: Box;
  fences: PlacedFences;
  kernel: KernelBlock;
  /** What is below the kernel. */
  hardware: Box;
  vm: { text: VmText; user: Box; kernel: Box; hypervisor: Box };
}

/** In pixels: what is free around fences, a line below them, between user space and kernel, and the strip of the hardware. */
export const SPACE = {
  edge: 14,
  name: 30,
  said: 24,
  border: 44,
  strip: 34,
  gap: 10,
  apart: 32,
} as const;
/** What a row of fences takes, about. */
const ROW = FENCE.head + FENCE.row + FENCE.bottom + 12;
/** Rows that are drawn in any case. */
const LEAST_ROWS = 3;
/** Narrower than this, the virtual machine stands below. */
const NARROW = 640;
/** Of a brief one: of the virtual machine, what is between the two, and the strip below. */
const BRIEF = { vm: 128, apart: 16, strip: 28 };

export function layOutKernelView(of: KernelScene): KernelLayout {
  const { snapshot, whole, chosen, isOpen, brief, room, messages } = of;
  const isNarrow = !brief && room.width < NARROW;
  const beside = brief ? BRIEF.vm : Math.min(340, Math.max(210, room.width * 0.26));
  const vmWidth = isNarrow ? room.width : beside;
  const apart = brief ? BRIEF.apart : SPACE.apart;
  const width = isNarrow ? room.width : room.width - vmWidth - apart;
  const inner = { x: SPACE.edge, y: SPACE.name, width: width - 2 * SPACE.edge + GUTTER / 2 };

  const text = vmText(whole.processes, vmWidth, messages, brief);
  const below = 220 + SPACE.border + SPACE.strip;
  const rows = Math.max(LEAST_ROWS, Math.floor((room.height - below - SPACE.name) / ROW));
  const most = isOpen ? Infinity : rows * columnsIn(inner.width);
  const kernelThreads = whole.processes.filter((each) => each.kernelThread).length;
  const who = { ...whoIsThere(snapshot, chosen, most, brief), kernelThreads };
  const fences = placeFences(who, inner);

  const isAlone = who.fences.length + who.folded === 1;
  const content = fences.bottom + SPACE.edge + (isAlone ? SPACE.said : 0);
  const userBottom = isNarrow ? content : Math.max(content, vmUserHeight(text));
  const user = { left: 0, top: 0, right: width, bottom: userBottom };
  const kernelTop = userBottom + SPACE.border;
  const kernel = layOutKernel(
    { x: 0, y: kernelTop, width },
    snapshot.host,
    kernelThreads,
    messages,
    brief,
  );
  const kernelBottom = Math.max(
    kernelTop + kernel.height,
    kernelTop + (isNarrow ? 0 : vmKernelHeight(text)),
  );
  const stripHeight = brief ? BRIEF.strip : SPACE.strip;
  const hardware = strip(0, width, kernelBottom + SPACE.gap, stripHeight);

  const vmTop = isNarrow ? hardware.bottom + SPACE.apart : 0;
  const [left, right] = isNarrow ? [0, width] : [width + apart, room.width];
  const vmUserBottom = isNarrow ? vmTop + vmUserHeight(text) : userBottom;
  const vmKernelTop = vmUserBottom + SPACE.border;
  const vmKernelBottom = isNarrow ? vmKernelTop + vmKernelHeight(text) : kernelBottom;
  const hypervisor = strip(left, right, vmKernelBottom + SPACE.gap, stripHeight);
  return {
    size: { width: room.width, height: hypervisor.bottom + 2 },
    who,
    user,
    fences,
    kernel: { ...kernel, height: kernelBottom - kernelTop },
    hardware,
    vm: {
      text,
      user: { left, right, top: vmTop, bottom: vmUserBottom },
      kernel: { left, right, top: vmKernelTop, bottom: vmKernelBottom },
      hypervisor,
    },
  };
}

function strip(left: number, right: number, top: number, height: number): Box {
  return { left, right, top, bottom: top + height };
}
