import type { FirstMessages } from '../i18n/messages';
import { isLettered, smallSizes, type Detail } from '../layout/detail';
import { sansWidth } from '../layout/node-text';
import { HOST_KEY } from '../layout/places';
import { HOST_RING } from '../layout/ring';
import type { Host } from '../model/host';
import type { NamespaceType } from '../model/namespace-type';
import { saidOfHost } from '../sharing/said';
import type { Mark, Thing } from './mark';
import { pinMark } from './pin';
import { ringMarks } from './ring';
import type { SharingRole } from './sharing-role';

export interface HostOf {
  x: number;
  y: number;
  host: Pick<Host, 'namespaces' | 'lacks'>;
  hostname: string;
  processes: number;
  types: readonly NamespaceType[];
  detail: Detail;
  selected: boolean;
  pinned: boolean;
  messages: FirstMessages;
}

/** Of a name that stands alone in the ring: its size, and how wide it may be there without coming to it. */
const LONE = { size: 40, width: 104 };

/** The host's name, where that is all that its ring says. */
function loneName(text: string): Mark<SharingRole> {
  const size = Math.min(LONE.size, LONE.width / sansWidth(text, 1, true));
  return { kind: 'text', role: 'name', x: 0, y: size * 0.35, size, text };
}

/** The machine itself: the large ring. */
export function hostThing(of: HostOf): Thing<SharingRole> {
  const { x, y, host, types, detail, selected, pinned } = of;
  const { model } = of.messages;
  const count = model.processCount(of.processes);
  const near = isLettered(detail);
  const sizes = smallSizes(detail);
  const label: Mark<SharingRole>[] = near
    ? [
        { kind: 'text', role: 'name', x: 0, y: 0, size: sizes.host, text: model.host },
        { kind: 'text', role: 'detail', x: 0, y: 22, size: sizes.processes, text: count },
      ]
    : [loneName(model.host)];
  return {
    key: HOST_KEY,
    identity: HOST_KEY,
    sentence: `${model.host} (${of.hostname}), ${count}`,
    selected,
    drawing: {
      kind: 'group',
      role: 'machine',
      at: { x, y },
      data: { container: HOST_KEY },
      page: { pinned: pinned ? 'true' : null },
      children: [
        ...ringMarks({
          shape: HOST_RING,
          types,
          letters: near ? sizes.hostLetter : null,
          sharingOf: (type) => saidOfHost(host, type),
          namespaceOf: (type) => host.namespaces[type],
          stale: false,
          ofHost: true,
          selected,
        }),
        ...label,
        ...(pinned ? [pinMark(60, -60)] : []),
      ],
    },
  };
}
