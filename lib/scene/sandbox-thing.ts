import { sandboxSentence } from '../facts/sandbox';
import type { Messages } from '../i18n/messages';
import { isLettered, leastName, smallSizes, type Detail } from '../layout/detail';
import type { Point } from '../layout/geometry';
import { fittedName, nameFromFar, shortened } from '../layout/node-text';
import { SANDBOX_FRAME, SANDBOX_PATHS } from '../layout/sandbox-frame';
import type { NamespaceType } from '../model/namespace-type';
import type { Sharing } from '../model/container';
import type { Sandbox } from '../sandboxes/sandbox';
import type { Space } from '../sandboxes/spaces';
import type { ShownSandboxes } from '../select/shown-sandboxes';
import type { Mark, RectMark, TextMark, Thing } from './mark';
import { pinMark } from './pin';
import { arcsMark } from './ring';
import type { SharingRole } from './sharing-role';

export interface SandboxOf {
  sandbox: Sandbox;
  spaces: readonly Space[];
  at: Point;
  types: readonly NamespaceType[];
  detail: Detail;
  selected: boolean;
  /** A person has moved it. */
  pinned: boolean;
  messages: Messages;
}

/** The width of text in the frame, and of a name across it, up to the one beside it. */
const WIDTH = { inside: 2 * SANDBOX_FRAME.inner - 8, across: 120 };
/** The size of what is not the name, and how far below each other two lines of it are. */
const DETAIL = { size: 10, line: 13 };

/** A sandbox as a square of eight parts, where a container's ring has its arcs, with its name. */
export function sandboxThing(of: SandboxOf): Thing<SharingRole> {
  const { sandbox, spaces, at, types, detail, selected, pinned, messages } = of;
  const { key, top } = sandbox;
  const { outer, inner } = SANDBOX_FRAME;
  const sentence = sandboxSentence(sandbox, spaces, messages);
  const ofType = new Map(spaces.map((space) => [space.type, space]));
  return {
    key,
    identity: key,
    sentence: pinned ? `${sentence}. ${messages.sharing.pin.pinned}` : sentence,
    selected,
    drawing: {
      kind: 'group',
      role: 'sandbox',
      at,
      data: { sandbox: top.pid },
      page: { pinned: pinned ? 'true' : null },
      children: [
        square('disc', outer, 5),
        square('core', inner, 2),
        arcsMark(
          {
            shape: SANDBOX_FRAME,
            types,
            letters: isLettered(detail) ? smallSizes(detail).letter : null,
            sharingOf: (type) => sharingOf(ofType.get(type)),
            namespaceOf: (type) => ofType.get(type)?.id ?? null,
            stale: false,
            ofHost: false,
            selected,
          },
          SANDBOX_PATHS,
        ),
        ...(selected ? [square('selection', outer + 8, 8)] : []),
        ...(pinned ? [pinMark(outer, -outer)] : []),
        ...(detail === 'none' && !selected ? [] : label(of)),
      ],
    },
  };
}

function square(role: SharingRole, half: number, rx: number): RectMark<SharingRole> {
  return { kind: 'rect', role, x: -half, y: -half, width: 2 * half, height: 2 * half, rx };
}

/** As arcs have it: what is an engine's looks like the host's. */
function sharingOf(space: Space | undefined): Sharing {
  if (space === undefined) return 'unknown';
  return space.said === 'engine' ? 'host' : space.said;
}

/** All that the parts of these say of sharing. */
export function sharingsOf({ sandboxes, spacesOf }: ShownSandboxes): Sharing[] {
  return sandboxes.flatMap((sandbox) => spacesOf(sandbox).map(sharingOf));
}

function label({ sandbox, detail, messages }: SandboxOf): Mark<SharingRole>[] {
  const { name, named, top } = sandbox;
  const least = leastName(detail);
  if (least !== null) {
    const { lines, size } = nameFromFar(name, WIDTH, least);
    return lines.map((text, nth) => ({
      ...line('name', text, size, (nth - (lines.length - 1) / 2 + 0.35) * size),
      is: ['far'],
    }));
  }
  const { lines, size } = fittedName(name, WIDTH.inside);
  const first = -(lines.length - 1) * size * 0.55 - 4;
  const below = first + (lines.length - 1) * size * 1.1 + 15;
  return [
    ...lines.map((text, nth) => line('name', text, size, first + nth * size * 1.1)),
    ...[messages.sandboxes.kinds[named], messages.sandboxes.pid(top.pid)].map((text, nth) =>
      line(
        'detail',
        shortened(text, WIDTH.inside, DETAIL.size),
        DETAIL.size,
        below + nth * DETAIL.line,
      ),
    ),
  ];
}

function line(role: SharingRole, text: string, size: number, y: number): TextMark<SharingRole> {
  return { kind: 'text', role, x: 0, y, size, text };
}
