import type { Messages } from '../../i18n/messages';
import type { PlacedColumn, PlacedMore } from '../../layout/lens-mnt/placed';
import { tagsKey } from '../../layout/lens-mnt/place-tags';
import { monoWidth } from '../../layout/mono-text';
import { sansWidth } from '../../layout/node-text';
import { stripKey } from '../lens-box';
import type { Thing } from '../mark';
import { chevronAt, warningAt } from './icons';
import type { MntMark, MntRole } from './mnt-role';
import { tagSentence } from './mnt-said';
import { fitted, pathIn, SIZE, words } from './words';

const INSET = 7;
/** What a sign takes, with what is free after it. */
const SIGN = 17;
const GAP = 6;
/** So many of those that are not shown are named. */
const NAMED = 12;

/** Something that was mounted into a namespace: where it is in there, and whether it may be changed. */
export function tagMarks(
  { tag, x, y, width, height }: PlacedColumn['tags'][number],
  brief: boolean,
  { lensMnt }: Messages,
): MntMark {
  const { mount, danger, writable, spoken } = tag;
  const { hidden, kind, target } = mount;
  const is = [
    ...(hidden ? ['hidden'] : []),
    ...(danger === null ? [] : ['danger']),
    ...(spoken ? ['spoken'] : []),
  ];
  const baseline = y + height / 2 + 4;
  const left = x + INSET + (danger === null ? 0 : SIGN);
  const inWords = brief ? lensMnt.access[writable ? 'rw' : 'ro'] : null;
  const beside = x + width - INSET - left - GAP - monoWidth(target, SIZE);
  const isInWords = inWords !== null && sansWidth(inWords, SIZE, spoken) <= beside;
  const access = isInWords ? inWords : writable ? 'rw' : 'ro';
  const mode = hidden ? lensMnt.hidden : access;
  const modeWidth = hidden || isInWords ? sansWidth(mode, SIZE, spoken) : monoWidth(mode, SIZE);
  const right = x + width - INSET - modeWidth;
  const text = pathIn(target, right - left - GAP);
  const { inMemory } = lensMnt;
  const memoryX = right - GAP - sansWidth(inMemory, SIZE);
  const saysMemory = kind === 'tmpfs' && left + monoWidth(text, SIZE) + GAP <= memoryX;
  return {
    kind: 'group',
    role: 'mntPart',
    data: {
      mount: target,
      kind,
      danger,
      hidden: hidden ? 'true' : null,
      spoken: spoken ? 'true' : null,
    },
    children: [
      { kind: 'rect', role: 'tag', is, x, y, width, height, rx: 5 },
      ...(danger === null ? [] : [warning(x + INSET + 6, y + height / 2)]),
      words({ role: 'tagText', is, text, x: left, y: baseline }),
      // So that it is seen without a colour of its own.
      ...(hidden ? [struck(left, baseline - 4, monoWidth(text, SIZE))] : []),
      ...(saysMemory ? [words({ role: 'mntDim', text: inMemory, x: memoryX, y: baseline })] : []),
      words({
        role: hidden ? 'mntUnknown' : spoken ? 'mntText' : 'mntDim',
        ...{ text: mode, x: right, y: baseline },
      }),
    ],
  };
}

/** Stands for the tags for which there is no room; pressed, it shows them, or lets them go again. */
export function moreThing(
  more: PlacedMore,
  column: string,
  opens: boolean,
  messages: Messages,
): Thing<MntRole> {
  const { lensMnt } = messages;
  const { folded, isOpened, x, y, width, height } = more;
  const key = stripKey(tagsKey(column));
  const isDangerous = folded.some(({ danger }) => danger !== null);
  const left = x + INSET + (isDangerous ? SIGN : 0);
  const count = folded.length;
  const text = isOpened ? lensMnt.fewerTags(count) : lensMnt.moreTags(count);
  const named = folded.slice(0, NAMED).map((tag) => tagSentence(tag, messages));
  const sentence = [text, ...named, ...(count > NAMED ? ['…'] : [])].join('; ');
  const middle = y + height / 2;
  return {
    ...{ key, identity: key, sentence, selected: false },
    drawing: {
      kind: 'group',
      role: 'strip',
      data: { more: count },
      children: [
        { kind: 'rect', role: 'tag', is: ['more'], x, y, width, height, rx: 5 },
        { kind: 'rect', role: 'stripGround', x, y, width, height, rx: 5 },
        ...(isDangerous ? [warning(x + INSET + 6, middle)] : []),
        words({
          role: isDangerous ? 'mntBad' : 'mntDim',
          text: fitted([text], x + width - left - 2 * INSET - 8),
          ...{ x: left, y: middle + 4 },
        }),
        ...(opens ? [chevron(x + width - INSET - 5, middle, isOpened)] : []),
      ],
    },
  };
}

function warning(x: number, y: number): MntMark {
  return { kind: 'path', role: 'icon', is: ['danger'], d: warningAt(x, y) };
}

/** That something opens, or closes. */
export function chevron(x: number, y: number, isOpened: boolean): MntMark {
  return { kind: 'path', role: 'icon', d: chevronAt(x, y, isOpened) };
}

function struck(x: number, y: number, width: number): MntMark {
  return { kind: 'line', role: 'parting', is: ['struck'], from: { x, y }, to: { x: x + width, y } };
}
