import type { Messages } from '../../i18n/messages';
import type { PlacedHost } from '../../layout/lens-mnt/placed';
import { dockerSize } from '../../images/size';
import { sansWidth } from '../../layout/node-text';
import { wrapped } from '../../layout/wrapped';
import { kernelName, type NamespaceId } from '../../model/ids';
import { stripThing } from '../lens-box';
import type { LensPart } from '../lens-picture';
import type { Data } from '../mark';
import { eyeAt } from './icons';
import type { MntMark, MntRole } from './mnt-role';
import { fitted, pathIn, SIZE, words } from './words';

export interface HostOf {
  placed: PlacedHost;
  /** The name of the machine. */
  hostname: string;
  selected: boolean;
  opens: boolean;
  /** Is it looked at from the back row? Then what of it no container has, and where layers are kept, is left out. */
  brief: boolean;
  messages: Messages;
}

const MARK = 12;
const NAME = 15;
const LINE = 20;
/** A line of what is above a list, and how much wider it is than it would be if it were not bold. */
const HEADING = 16;
const BOLD = 1.06;
const BAR = { height: 8, width: 188 };

/** The host: its root, what of it no container has, and where all layers are. */
export function mntHost(of: HostOf): Omit<LensPart<MntRole>, 'dots'> {
  const { placed, selected, brief, messages } = of;
  const opens = of.opens && !brief;
  const { box, strip, x, y, width, height } = placed;
  const { lens } = messages;
  const counted = strip === null ? [] : [stripThing({ box, strip, opens, messages: lens })];
  const count = box.dots.length + box.condensed;
  const name = kernelName(keyOf(placed));
  const is = ['ofHost', ...(selected ? ['selected'] : [])];
  const sentence = lens.box(name, lens.members.host, count);
  return {
    key: box.key,
    sentence,
    frame: { kind: 'group', role: 'lensBox', hue: 'mnt', data: { box: box.key, count } },
    ground: [
      { kind: 'rect', role: 'outline', is, x, y, width, height, rx: 10 },
      ...(brief ? [] : [...unseenMarks(placed, messages), ...keptMarks(placed, messages)]),
    ],
    things: [
      {
        key: box.key,
        identity: `${box.key}@${box.namespace?.lifetime ?? ''}`,
        sentence,
        selected,
        drawing: { kind: 'group', role: 'head', children: headMarks(of) },
      },
      ...counted,
    ],
  };
}

function keyOf({ box }: PlacedHost): NamespaceId {
  if (box.namespace === null) throw new Error('the host’s box has a namespace');
  return box.namespace.id;
}

function headMarks({ placed, hostname, selected, messages }: HostOf): MntMark[] {
  const { x, y, width, root, note } = placed;
  const { lens, lensMnt } = messages;
  const left = x + MARK;
  const room = width - 2 * MARK;
  const host = lens.members.host;
  const after = left + sansWidth(host, NAME, true) + 12;
  return [
    {
      kind: 'rect',
      role: 'headGround',
      is: selected ? ['selected'] : [],
      ...{ x: x + 3, y: y + 3, width: width - 6, height: 62, rx: 8 },
    },
    words({ role: 'mntName', text: host, x: left, y: y + 22, size: NAME }),
    words({
      role: 'mntDim',
      text: fitted([hostname], x + width - MARK - after),
      x: after,
      y: y + 22,
    }),
    words({ role: 'mntDimCode', text: kernelName(keyOf(placed)), x: left, y: y + 40 }),
    ...(root === null
      ? [words({ role: 'mntUnknown', text: fitted([note ?? ''], room), x: left, y: y + 58 })]
      : [
          words({ role: 'mntCode', text: '/', x: left, y: y + 58 }),
          words({
            role: 'mntDim',
            text: fitted([lensMnt.rootOn(root.fs, root.source), root.fs], room - 14),
            x: left + 14,
            y: y + 58,
          }),
        ]),
  ];
}

/** What no container has mounted, and how far that is known. */
function unseenMarks({ x, width, unseen, unseenY }: PlacedHost, { lensMnt }: Messages): MntMark[] {
  const { asked, unknown } = unseen;
  if (unseen.paths === null && asked + unknown === 0) return [];
  const left = x + MARK;
  const room = width - 2 * MARK;
  const heading = asked + unknown === 0 ? lensMnt.notMounted : lensMnt.notMountedSoFar;
  const headings = wrapped(heading, room / BOLD, SIZE);
  const top = unseenY + 36 + (headings.length - 1) * HEADING;
  const paths = (unseen.paths ?? []).map((path, nth): MntMark => {
    const y = top + nth * LINE;
    return {
      kind: 'group',
      role: 'mntPart',
      data: { unseen: path },
      children: [
        { kind: 'path', role: 'icon', d: eyeAt(left + 7, y - 4) },
        words({ role: 'mntCode', text: pathIn(path, room - 24), x: left + 24, y }),
      ],
    };
  });
  let y = top + paths.length * LINE;
  const line = (role: MntRole, text: string, data: Data = {}): MntMark[] => {
    const lines = wrapped(text, room, SIZE).map((each, nth) => ({
      ...words({ role, text: each, x: left, y: y + nth * 16 }),
      data: nth === 0 ? data : {},
    }));
    y += lines.length * 16 + 2;
    return lines;
  };
  return [
    ...headings.map((text, nth) =>
      words({ role: 'mntHeading', text, x: left, y: unseenY + 14 + nth * HEADING }),
    ),
    ...paths,
    ...(unseen.paths?.length === 0 ? line('mntDim', lensMnt.nothingLeft) : []),
    ...(asked === 0 ? [] : line('mntDim', lensMnt.notReadYet(asked), { asked })),
    ...(unknown === 0
      ? []
      : line('mntUnknown', `? ${lensMnt.notKnownOf(unknown)}`, { unreadable: 'unseen' })),
  ];
}

/** Two bars: of all layers, and of as many as there were if nobody shared. */
function keptMarks(
  { x, width, kept, layers, bytes, sizes, keptY }: PlacedHost,
  { lensMnt, imageLayers }: Messages,
): MntMark[] {
  const { once, copies } = layers;
  if (copies === 0) return [];
  const left = x + MARK;
  const room = width - 2 * MARK;
  const [first = '', ...more] = kept;
  const where = more.length === 0 ? first : `${first} +${more.length}`;
  const full = Math.min(room, BAR.width);
  const share = bytes === null || bytes.copies === 0 ? once / copies : bytes.once / bytes.copies;
  return [
    {
      kind: 'line',
      role: 'parting',
      from: { x: x + 1, y: keptY - 6 },
      to: { x: x + width - 1, y: keptY - 6 },
    },
    words({ role: 'mntHeading', text: lensMnt.kept, x: left, y: keptY + 14 }),
    words({ role: 'mntCode', text: pathIn(where, room), x: left, y: keptY + 33 }),
    words({
      role: 'mntText',
      text: fitted(
        [
          ...(bytes === null ? [] : [imageLayers.once(dockerSize(bytes.once), once)]),
          lensMnt.once(once),
        ],
        room,
        true,
      ),
      x: left,
      y: keptY + 56,
    }),
    bar('shared', left, keptY + 62, full * share),
    words({
      role: 'mntDim',
      text: fitted(
        [
          ...(bytes === null ? [] : [imageLayers.copies(dockerSize(bytes.copies))]),
          lensMnt.copies(copies),
        ],
        room,
      ),
      x: left,
      y: keptY + 86,
    }),
    bar('copies', left, keptY + 92, full),
    ...(sizes === null
      ? []
      : [
          words({
            role: sizes.is === 'asked' ? 'mntDim' : 'mntUnknown',
            text: fitted(
              [
                sizes.is === 'asked'
                  ? imageLayers.sizesAsked
                  : `? ${imageLayers.noSizes(sizes.why)}`,
              ],
              room,
            ),
            x: left,
            y: keptY + 118,
          }),
        ]),
  ];
}

function bar(is: string, x: number, y: number, width: number): MntMark {
  return { kind: 'rect', role: 'layer', is: [is], x, y, width, height: BAR.height, rx: 3 };
}
