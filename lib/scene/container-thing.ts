import { nodeSentence } from '../facts/arc-sentence';
import { nodeMarks, nodeNotes } from '../facts/node-notes';
import type { FirstMessages } from '../i18n/messages';
import { isLettered, leastName, smallSizes, type Detail } from '../layout/detail';
import { CONTAINER_RING, STOPPED_RING } from '../layout/ring';
import { farLabel, ringLabel, stoppedLabel, type LabelLine } from '../layout/ring-label';
import type { GraphNode } from '../sharing/graph';
import type { NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import type { Mark, TextMark, Thing } from './mark';
import { pinMark } from './pin';
import { ringMarks } from './ring';
import type { SharingRole } from './sharing-role';
import { containerKey } from '../model/ids';

export interface ContainerOf {
  node: GraphNode;
  /** How a link names it. */
  reference: string;
  x: number;
  y: number;
  types: readonly NamespaceType[];
  detail: Detail;
  hostNamespaces: NamespaceSet;
  selected: boolean;
  pinned: boolean;
  messages: FirstMessages;
}

/** A container as a ring of eight arcs with its name; small and without fills when it has no process. */
export function containerThing(of: ContainerOf): Thing<SharingRole> {
  const { node, reference, x, y, types, detail, selected, pinned, messages } = of;
  const { key, container, stopped, stale } = node;
  const ring = ringMarks({
    shape: stopped ? STOPPED_RING : CONTAINER_RING,
    types,
    letters: isLettered(detail) ? smallSizes(detail).letter : null,
    sharingOf: (type) => container.sharing[type],
    namespaceOf: (type) => container.namespaces[type],
    stale,
    ofHost: false,
    selected,
  });
  const note = pinned ? [messages.sharing.pin.pinned] : [];
  return {
    key,
    identity: containerKey(container),
    sentence: [nodeSentence(node, of.hostNamespaces, messages), ...note].join('. '),
    selected,
    drawing: {
      kind: 'group',
      role: 'container',
      is: [...(stopped ? ['stopped'] : []), ...(stale ? ['stale'] : [])],
      at: { x, y },
      data: { container: reference, stale: stale ? 'true' : null },
      page: { 'container-id': container.id, pinned: pinned ? 'true' : null },
      children: [
        ...(stopped ? [raised(ring, detail)] : ring),
        ...(detail === 'none' && !selected ? [] : labelOf(of)),
        ...(pinned ? [stopped ? pinMark(22, -38) : pinMark(42, -42)] : []),
      ],
    },
  };
}

/** A stopped one's ring is above the middle of its room, for its name is below it; from the back row, why it stopped too. */
function raised(ring: readonly Mark<SharingRole>[], detail: Detail): Mark<SharingRole> {
  const y = detail === 'backRow' ? -24 : -16;
  return { kind: 'group', role: 'raised', at: { x: 0, y }, children: ring };
}

function labelOf({ node, detail, messages }: ContainerOf): TextMark<SharingRole>[] {
  const noted = nodeNotes(node, messages);
  const notes = [...noted, ...nodeMarks(node)];
  const least = leastName(detail);
  if (node.stopped) {
    if (detail === 'backRow') {
      const [state, ...others] = notes;
      const ended = [state, node.container.exitCode].filter((each) => each !== undefined);
      const label = stoppedLabel(node, [ended.join(' '), ...others], least, 6);
      return [lineMark('stoppedName', label.name), lineMark('stoppedName', label.notes)];
    }
    const label = stoppedLabel(node, notes, least);
    return [
      lineMark('stoppedName', label.name),
      ...(detail === 'full' ? [lineMark('stoppedDetail', label.notes)] : []),
    ];
  }
  if (least !== null) {
    return farLabel(node, least).map((line) => ({ ...lineMark('name', line), is: ['far'] }));
  }
  const label = ringLabel(node, notes);
  return [
    ...label.name.map((line) => lineMark('name', line)),
    lineMark('detail', label.image),
    ...(label.notes === null ? [] : [lineMark(noted.length > 0 ? 'note' : 'detail', label.notes)]),
  ];
}

function lineMark(role: SharingRole, { text, size, y }: LabelLine): TextMark<SharingRole> {
  return { kind: 'text', role, x: 0, y, size, text };
}
