import type { Messages } from '../i18n/messages';
import { boxMembers, boxName, boxTitle, condensedText, stripText } from '../layout/lens/box-text';
import { contentHeight } from '../layout/lens/box-content';
import type { DotLook } from '../layout/lens/dot-look';
import { UNKNOWN_BOX, type LensBox } from '../layout/lens/lens-boxes';
import type { PlacedBox } from '../layout/lens/lens-layout';
import { SAID } from '../layout/lens/title-look';
import type { NamespaceType } from '../model/namespace-type';
import type { LensRole } from './lens-role';
import { tintOf } from '../select/container-colour';
import type { ContainerKey } from '../model/ids';
import { factMarks, factSentence } from './fact-marks';
import type { LensPart } from './lens-picture';
import type { Mark, TextMark, Thing } from './mark';

export interface BoxOf {
  placed: PlacedBox;
  look: DotLook;
  type: NamespaceType;
  /** Of all processes of the machine, for the box that sees them all. */
  total: number;
  /** The colour of each container. */
  colours: ReadonlyMap<ContainerKey, string>;
  selected: boolean;
  /** Can what is only counted be opened? */
  opens: boolean;
  messages: Messages['lens'];
}

const OPEN = 'open ';

/** By what the line of processes that are only counted goes. */
export function stripKey(box: string): string {
  return `${OPEN}${box}`;
}

/** The box whose line goes by that; null: no line does. */
export function stripBox(key: string): string | null {
  return key.startsWith(OPEN) ? key.slice(OPEN.length) : null;
}

/** A namespace: its box, its name with who is in it, what it isolates, and what tells of processes that are only counted. */
export function lensBoxScene(of: BoxOf): Omit<LensPart<LensRole>, 'dots'> {
  const { placed, look, type, total, selected, messages } = of;
  const { box, x, y, width, height, strip } = placed;
  const count = box.dots.length + box.condensed;
  const members = boxMembers(box, type, total, Infinity, messages).text;
  const facts = placed.facts?.lines.map(factSentence) ?? [];
  const sentence = [messages.box(boxName(box, messages), members, count), ...facts].join('; ');
  const { name, said, names } = boxTitle(placed, look, type, total, messages);
  const tints = box.members.map((each) => tintOf(of.colours, each));
  const words = inParts(
    said.map(({ text }) => text),
    names.map((each, nth) => ({ name: each, tint: tints[nth] ?? null })),
  );
  const is = [
    ...(box.host ? ['ofHost'] : box.key === UNKNOWN_BOX ? ['ofUnknown'] : []),
    ...(selected ? ['selected'] : []),
  ];
  const head: Mark<LensRole>[] = [
    {
      kind: 'rect',
      role: 'headGround',
      is: selected ? ['selected'] : [],
      x: x + 3,
      y: y + 3,
      width: width - 6,
      height: headBottom(placed, look) - y - 6,
      rx: 8,
    },
    ...(name === null ? [] : [{ kind: 'text', role: 'boxName', ...name } as const]),
    ...said.map(
      (each, nth) =>
        ({ kind: 'text', role: 'said', size: SAID, ...each, parts: words[nth] ?? [] }) as const,
    ),
    ...(placed.facts === null ? [] : factMarks(placed.facts)),
  ];
  return {
    key: box.key,
    sentence,
    frame: { kind: 'group', role: 'lensBox', hue: type, data: { box: box.key, count } },
    ground: [{ kind: 'rect', role: 'outline', is, x, y, width, height, rx: 10 }],
    things: [
      {
        key: box.key,
        identity: `${box.key}@${box.namespace?.lifetime ?? ''}`,
        sentence,
        selected,
        drawing: { kind: 'group', role: 'head', children: head },
      },
      ...(strip === null ? [] : [stripThing({ box, strip, opens: of.opens, messages })]),
    ],
  };
}

/** What can be pressed for the namespace ends with what is told of it. */
function headBottom({ y, facts }: PlacedBox, look: DotLook): number {
  return facts === null ? y + look.title : facts.y + contentHeight(facts.lines);
}

type Parts = NonNullable<TextMark['parts']>;

/** Lines with the names that are written in them, one after another, in the colours of their containers. */
function inParts(
  lines: readonly string[],
  names: readonly { name: string; tint: string | null }[],
): Parts[] {
  let next = 0;
  return lines.map((line) => {
    const parts: Parts[number][] = [];
    let from = 0;
    for (let name = names[next]; name !== undefined; name = names[next]) {
      const at = line.indexOf(name.name, from);
      if (at === -1) break;
      if (at > from) parts.push({ text: line.slice(from, at), tint: null });
      parts.push({ text: name.name, tint: name.tint });
      from = at + name.name.length;
      next += 1;
    }
    return from < line.length ? [...parts, { text: line.slice(from), tint: null }] : parts;
  });
}

/** Grey dots that stand for processes, and how many these are; pressed, each is drawn. */
export function stripThing({
  box,
  strip,
  opens,
  messages,
}: Pick<BoxOf, 'opens' | 'messages'> & {
  box: LensBox;
  strip: NonNullable<PlacedBox['strip']>;
}): Thing<LensRole> {
  const text = condensedText(box, messages);
  const label = `${text} · ${messages.open}`;
  const drawn = stripText(box, strip, opens ? [label, text] : [text]);
  const words =
    drawn.text === label ? { text: `${text} · `, link: messages.open } : { text: drawn.text };
  return {
    key: stripKey(box.key),
    identity: stripKey(box.key),
    sentence: label,
    selected: false,
    drawing: {
      kind: 'group',
      role: 'strip',
      children: [
        {
          kind: 'rect',
          role: 'stripGround',
          x: strip.x - 6,
          y: strip.y - 2,
          width: strip.width + 12,
          height: strip.height - 4,
          rx: 8,
        },
        ...drawn.dots.map(
          ({ x, y, radius }) =>
            ({ kind: 'circle', role: 'stripDot', cx: x, cy: y, r: radius }) as const,
        ),
        { kind: 'text', role: 'said', x: drawn.x, y: drawn.y, size: SAID, ...words },
      ],
    },
  };
}
