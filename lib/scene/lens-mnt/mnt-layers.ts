import type { Messages } from '../../i18n/messages';
import { instructionText } from '../../images/instruction';
import { dockerSize } from '../../images/size';
import type { Point } from '../../layout/geometry';
import { monoShortened, monoWidth } from '../../layout/mono-text';
import type { LayerRun, PlacedLayer } from '../../layout/lens-mnt/placed';
import { imageName, sansWidth } from '../../layout/node-text';
import type { Thing } from '../mark';
import type { MntMark, MntRole } from './mnt-role';
import { fitted, SIZE, words } from './words';

const INSET = 10;
const GAP = 12;
/** Lower, and nothing is written in it. */
const LEAST = 16;
/** Two lines are written in it. */
const TWO_LINES = 32;
const LINE = 15;
/** An instruction that is cut to less says nothing. */
const LEAST_TEXT = 46;
/** Wider, sizes do not stand below each other at the right. */
const WIDE = 320;
/** So many readers are named. */
const NAMED = 12;

/** What a layer goes by: its directory. */
export function layerKey({ layer }: PlacedLayer): string {
  return `layer ${layer}`;
}

/** Layers that the same ones read: bright where these are several. Each tells what made it, and what it takes. */
export function layerThings(run: LayerRun, messages: Messages): Thing<MntRole>[] {
  const isTold = run.layers.some(({ made }) => made !== null);
  const together = wordsOfAll(run, messages);
  const top = run.layers.length - 1;
  return run.layers.map((layer, at) => {
    const isHigh = layer.height >= LEAST;
    const written =
      isTold && isHigh
        ? wordsOfOne(layer, at === top ? readBy(run, messages) : [], messages)
        : at === top
          ? together
          : [];
    return layerThing(run, layer, written, messages);
  });
}

function layerThing(
  run: LayerRun,
  layer: PlacedLayer,
  written: readonly MntMark[],
  messages: Messages,
): Thing<MntRole> {
  const { x, y, width, height } = layer;
  const drawing: MntMark = {
    kind: 'group',
    role: 'mntPart',
    hue: 'mnt',
    data: { readers: run.readers, bytes: layer.made?.bytes ?? null },
    children: [
      {
        kind: 'rect',
        role: 'layer',
        is: isOf(run),
        data: { layer: layer.layer, level: layer.level },
        ...{ x, y, width, height, rx: Math.min(5, height / 3) },
      },
      ...written,
    ],
  };
  return {
    key: layerKey(layer),
    identity: layer.layer,
    sentence: sentenceOf(layer, messages),
    selected: false,
    drawing: { kind: 'group', role: 'mntPart', hue: 'mnt', children: [drawing] },
  };
}

function isOf({ readers }: LayerRun): string[] {
  return readers > 1 ? ['shared'] : [];
}

/** Where there is more room, more of who reads it. */
function readBy({ readers }: LayerRun, { lensMnt }: Messages): string[] {
  return readers > 1 ? [lensMnt.readBy(readers), lensMnt.readByShort(readers)] : [];
}

/** What is said of a run at once, where single layers are too low or nothing is known of them. */
function wordsOfAll(run: LayerRun, messages: Messages): MntMark[] {
  if (run.height < LEAST) return [];
  const { lensMnt } = messages;
  const count = lensMnt.layers(run.layers.length);
  const size = run.bytes === null ? null : dockerSize(run.bytes);
  const told = size === null ? count : `${count} · ${size}`;
  const [long, short] = readBy(run, messages);
  const from = run.images.map(imageName).join(', ');
  const wordings =
    long === undefined || short === undefined
      ? [told, size ?? count]
      : [`${from} · ${told} · ${long}`, `${told} · ${long}`, `${told} · ${short}`, short];
  // In one of them, if it is high enough; else in the middle of all.
  const top = run.layers.at(-1);
  const within = top !== undefined && top.height >= LEAST ? top : run;
  return [
    words({
      role: 'layerText',
      is: isOf(run),
      text: fitted(wordings, run.width - 2 * INSET, run.readers > 1),
      x: run.x + INSET,
      y: within.y + within.height / 2 + SIZE / 3,
    }),
  ];
}

/** What made a layer, and what it takes: beside each other, or below where that is too narrow. */
function wordsOfOne(
  layer: PlacedLayer,
  readers: readonly string[],
  { imageLayers }: Messages,
): MntMark[] {
  const is = layer.readers.length > 1 ? ['shared'] : [];
  const { x, y, width, height, made } = layer;
  const room = width - 2 * INSET;
  const [left, right] = [x + INSET, x + width - INSET];
  const bytes = made?.bytes ?? null;
  const instruction = made?.instruction ?? null;
  const isClear = instruction !== null;
  // That nothing is clear is said once.
  const size = bytes === null ? (isClear ? '?' : '') : dockerSize(bytes);
  const text = isClear ? oneLine(instruction) : `? ${imageLayers.noMakerShort(made?.why)}`;
  const wide = isClear ? monoWidth(text, SIZE) : sansWidth(text, SIZE);
  const middle = y + height / 2 + SIZE / 3;
  const isTwo = height >= TWO_LINES && wide + GAP + sansWidth(size, SIZE, true) > room;
  const besideText = isTwo ? 0 : Math.min(wide, Math.max(LEAST_TEXT, room / 3)) + GAP;
  const about = fitted(
    [...readers.map((each) => [size, each].filter((part) => part !== '').join(' · ')), size],
    room - besideText,
    true,
  );
  const aboutWidth = sansWidth(about, SIZE, true);
  const textRoom = isTwo ? room : room - aboutWidth - GAP;
  // The right end of a wide one may be off the screen.
  const beside = width > WIDE ? left + Math.min(wide, textRoom) + 2 * GAP : right - aboutWidth;
  const at = { x: left, y: isTwo ? middle - LINE / 2 : middle };
  const isRoom = textRoom >= Math.min(wide, LEAST_TEXT);
  return [
    ...(isRoom && isClear
      ? [words({ role: 'layerCode', is, text: monoShortened(text, textRoom, SIZE), ...at })]
      : []),
    ...(isRoom && !isClear ? unknownMarks(fitted([text, '?'], textRoom), at) : []),
    ...(about === ''
      ? []
      : [
          words({
            role: 'layerText',
            is,
            text: about,
            x: isTwo ? left : Math.min(beside, right - aboutWidth),
            y: isTwo ? middle + LINE / 2 : middle,
          }),
        ]),
  ];
}

/** That something is not known, on a ground on which its colour can be read. */
function unknownMarks(text: string, { x, y }: Point): MntMark[] {
  const width = sansWidth(text, SIZE) + 8;
  return [
    { kind: 'rect', role: 'unknownGround', x: x - 4, y: y - SIZE, width, height: 16, rx: 4 },
    words({ role: 'mntUnknown', text, x, y }),
  ];
}

/** What it says to who points at it, or does not see it. */
function sentenceOf({ layer, readers, made }: PlacedLayer, messages: Messages): string {
  const { imageLayers } = messages;
  const named = readers.slice(0, NAMED).join(', ');
  const who = readers.length > NAMED ? `${named}, +${readers.length - NAMED}` : named;
  if (made === null) return imageLayers.layer(layer, imageLayers.notTold, who);
  const by = made.instruction === null ? imageLayers.noMaker(made.why) : oneLine(made.instruction);
  const size = made.bytes === null ? imageLayers.sizeUnclear : dockerSize(made.bytes);
  return imageLayers.layer(by === '' ? imageLayers.noInstruction : by, size, who);
}

/** As one would write it. What no line may hold is seen as one mark. */
function oneLine(instruction: string): string {
  return instructionText(instruction).replace(/\p{Cc}/gu, '\u2423');
}
