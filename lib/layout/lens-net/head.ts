import type { Container } from '../../model/container';
import { containerKey, containerKeyOf, kernelName } from '../../model/ids';
import type { Process } from '../../model/process';
import { imageName } from '../node-text';
import { DOT_LOOKS, type DotLook } from '../lens/dot-look';
import type { LensBox } from '../lens/lens-boxes';
import type { NetMessages } from './blocks';
import { lineOf, type Line } from './line';

/** Dots are small here, for what a box holds is told in words. */
export const NET_DOT: DotLook = dotLook();

function dotLook(): DotLook {
  const look = DOT_LOOKS.find(({ radius }) => radius === 6);
  if (look === undefined) throw new Error('there is no small look for dots');
  return look;
}

/** So many dots go beside a name; where there are more, all dots stand below. */
const BESIDE = 4;
/** So many containers are named. */
const NAMES = 4;
const NAME_LINE = 21;
const STRIP = 26;

/** What stands at the top of a box, seen from the corner of its room. */
export interface Head {
  lines: readonly { line: Line; y: number }[];
  dots: readonly { process: Process; x: number; y: number }[];
  /** Where processes that are only counted are told of. */
  strip: { x: number; y: number; width: number; height: number } | null;
  height: number;
}

/** Names with the processes of each beside them, the image unless it is to be brief, the number of the namespace. */
export function headOf(box: LensBox, room: number, brief: boolean, messages: NetMessages): Head {
  const { members } = box;
  const named = members.slice(0, members.length > NAMES ? NAMES - 1 : NAMES);
  const byMember = dotsOf(box, members);
  const cell = NET_DOT.cell.width;
  const beside =
    named.length === members.length &&
    byMember.rest.length === 0 &&
    byMember.of.every((dots) => dots.length <= BESIDE);
  const lines: { line: Line; y: number }[] = [];
  const dots: { process: Process; x: number; y: number }[] = [];
  let y = 0;
  const add = (line: Line, height = line.height) => {
    lines.push({ line, y });
    y += height;
  };
  named.forEach(({ named: name }, nth) => {
    const own = beside ? (byMember.of[nth] ?? []) : [];
    const left = room - own.length * cell - (own.length > 0 ? 4 : 0);
    const middle = y + NAME_LINE / 2;
    own.forEach((process, at) => {
      dots.push({ process, x: room - (own.length - at - 0.5) * cell, y: middle });
    });
    add(lineOf([{ text: name, role: 'name', gives: true }], left), NAME_LINE);
  });
  const more = members.length - named.length;
  if (more > 0) add(lineOf([{ text: messages.moreNames(more), role: 'dim' }], room));
  if (members.length === 0) add(lineOf([{ text: untitled(box, messages), role: 'name' }], room));
  if (box.hidden > 0) add(lineOf([{ text: messages.hidden(box.hidden), role: 'dim' }], room));
  const images = [...new Set(members.map(({ image }) => imageName(image)))];
  const [image] = images;
  if (image !== undefined && !brief) {
    const text = images.length > 1 ? `${image} +${String(images.length - 1)}` : image;
    add(lineOf([{ text, role: 'dim', gives: true }], room));
  }
  if (box.namespace !== null) {
    add(lineOf([{ text: kernelName(box.namespace.id), role: 'dimCode' }], room));
  }
  const strip = box.condensed > 0 ? { x: 0, y: y + 4, width: room, height: STRIP } : null;
  if (strip !== null) y += STRIP + 4;
  if (!beside) y += inGrid(box.dots, room, y + 4, dots);
  return { lines, dots, strip, height: y };
}

/** What a network is called that no container is in. */
export function untitled({ namespace }: LensBox, messages: NetMessages): string {
  return namespace === null ? messages.unknown : messages.noContainer;
}

/** The processes of each container, and those of none of them. */
function dotsOf({ dots }: LensBox, members: readonly Container[]) {
  const keys = members.map(containerKey);
  const of = keys.map((key) => dots.filter((process) => containerKeyOf(process) === key));
  const rest = dots.filter((process) => {
    const key = containerKeyOf(process);
    return key === null || !keys.includes(key);
  });
  return { of, rest };
}

/** Dots in rows. @returns the height that they take */
export function inGrid(
  processes: readonly Process[],
  room: number,
  top: number,
  into: { process: Process; x: number; y: number }[],
): number {
  if (processes.length === 0) return 0;
  const { width, height } = NET_DOT.cell;
  const columns = Math.max(1, Math.floor(room / width));
  processes.forEach((process, nth) => {
    into.push({
      process,
      x: ((nth % columns) + 0.5) * width,
      y: top + (Math.floor(nth / columns) + 0.5) * height,
    });
  });
  return Math.ceil(processes.length / columns) * height + 4;
}
