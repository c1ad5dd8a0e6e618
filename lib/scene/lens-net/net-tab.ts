import type { NetMessages } from '../../layout/lens-net/blocks';
import { POINTER, TAB_SIZES, type Tab } from '../../layout/lens-net/tabs';
import type { ContainerKey } from '../../model/ids';
import { processTint } from '../../select/container-colour';
import type { GroupMark, Mark, Thing } from '../mark';
import { found } from './net-line';
import type { NetRole } from './net-role';

/**
 * A listening port with who listens.
 *
 * @param box in which it is @param at where all of its tabs are
 */
export function tabThing(
  box: string,
  tab: Tab,
  at: { x: number; y: number },
  colours: ReadonlyMap<ContainerKey, string>,
  messages: NetMessages,
): Thing<NetRole> {
  const { port, title, process, published } = tab;
  const key = `port ${box} ${title} ${port.addresses.join(' ')} ${port.pids.join(' ')}`;
  const tint = process === null ? null : processTint(colours, process);
  // Sockets of both families are one tab, and found by either.
  const drawn = port.protocols.reduceRight<GroupMark<NetRole>>(
    (inner, protocol) => found({ port: port.port, protocol }, [inner]),
    found(
      published === null ? {} : { published: port.published[0]?.hostPort ?? null },
      tabMarks(tab, at, tint),
    ),
  );
  return {
    ...{ key, identity: key, selected: false },
    sentence: tabSentence(tab, messages),
    drawing: { kind: 'group', role: 'netThing', children: [drawn] },
  };
}

/** Who listens, and where that can be called from outside. */
export function tabSentence({ port, title, owner, published }: Tab, messages: NetMessages): string {
  return [
    messages.port(title, owner, port.addresses),
    ...(published === null ? [] : [messages.publishedAt(published)]),
  ].join('; ');
}

function tabMarks(
  { title, owner, published, x, y, width, height }: Tab,
  at: { x: number; y: number },
  tint: string | null,
): Mark<NetRole>[] {
  const middle = at.x + x + width / 2;
  const top = at.y + y;
  return [
    { kind: 'rect', role: 'tab', x: at.x + x, y: top, width, height, rx: 5 },
    { kind: 'text', role: 'tabPort', x: middle, y: top + 16, size: TAB_SIZES.port, text: title },
    {
      kind: 'text',
      role: 'tabOwner',
      x: middle,
      y: top + 31,
      size: TAB_SIZES.owner,
      text: owner,
      parts: [{ text: owner, tint }],
    },
    ...(published === null ? [] : pointer(published, middle, top + height)),
  ];
}

/** A white arrow from outside, with the port of the host at its tail. */
function pointer(text: string, middle: number, top: number): Mark<NetRole>[] {
  const x = middle - 14;
  return [
    {
      ...{ kind: 'path', role: 'published' },
      d: `M${x},${top + POINTER - 2}V${top + 3}M${x - 4},${top + 7}L${x},${top + 2}L${x + 4},${top + 7}`,
    },
    { kind: 'text', role: 'publishedText', x: x + 9, y: top + 16, size: TAB_SIZES.owner, text },
  ];
}
