import { boxContents, tellsInside } from '../layout/lens/box-content';
import { dotHalf } from '../layout/lens/dot-text';
import { lensBoxes, ofContainers, UNKNOWN_BOX } from '../layout/lens/lens-boxes';
import { layOutLens, type LensLayout, type PlacedDot } from '../layout/lens/lens-layout';
import type { Point } from '../layout/geometry';
import { namedAmong } from '../model/container-names';
import { containersByKey, containerOf } from '../model/containers-by-key';
import { containerKeyOf } from '../model/ids';
import { processTint } from '../select/container-colour';
import { Kept } from './kept';
import { lensBoxScene, stripKey } from './lens-box';
import { dotKey, dotThing } from './lens-dot';
import type { LensPart, LensPicture, LensSubject } from './lens-picture';
import type { LensRole } from './lens-role';
import type { Thing } from './mark';

/** The picture of boxes: one for each namespace, in it what it isolates in lines, and its processes as dots. */
export class LensScenes {
  readonly #boxes = new Kept(lensBoxScene);
  readonly #dots = new Kept(dotThing);

  draw(subject: LensSubject): LensPicture<LensRole> {
    const { snapshot, whole, type, insides, opened, room, brief, messages } = subject;
    const all = lensBoxes(snapshot, type, opened, whole);
    const boxes = brief === true ? ofContainers(all) : all;
    const contents = boxContents(boxes, type, insides, whole, messages);
    const layout = layOutLens(boxes, room, contents);
    const { look } = layout;
    const scenes = this.#boxes.parts(
      layout.boxes.map((placed) => [
        `${type} ${placed.box.key}`,
        {
          ...{ placed, look, type, total: whole.processes.length, colours: subject.colours },
          ...{ selected: subject.chosen.has(placed.box.key), opens: subject.opens },
          messages: messages.lens,
        },
      ]),
    );
    const dots = this.#dotsOf(subject, layout);
    let taken = 0;
    const parts = layout.boxes.flatMap((placed, index): LensPart<LensRole>[] => {
      const box = scenes[index];
      const from = taken;
      taken += placed.dots.length;
      return box === undefined ? [] : [{ ...box, dots: dots.slice(from, taken) }];
    });
    return {
      ...{ size: layout.size, parts, places: placesIn(layout) },
      dots: layout.boxes.flatMap((placed) =>
        placed.dots.map(({ process, x, y }) => {
          return { process, x, y, radius: look.radius, half: dotHalf(process, look) };
        }),
      ),
      asks: layout.boxes.flatMap(({ box: { key }, y, height }) =>
        key !== UNKNOWN_BOX && tellsInside(type, look)
          ? [{ id: key, top: y, bottom: y + height }]
          : [],
      ),
    };
  }

  /** The dots of all boxes, in the order of these. */
  #dotsOf(
    { snapshot, whole, colours, chosen, messages }: LensSubject,
    { boxes, look }: LensLayout,
  ): Thing<LensRole>[] {
    const containers = containersByKey(namedAmong(snapshot.containers, whole));
    const of = ({ process, x, y }: PlacedDot) => {
      const { pid } = process;
      const tint = processTint(colours, process);
      const key = containerKeyOf(process);
      const selected = key !== null && chosen.has(key);
      const name = containerOf(process, containers)?.named ?? null;
      return [
        String(pid),
        { process, x, y, look, tint, container: name, selected, messages: messages.lens },
      ] as const;
    };
    return this.#dots.parts(boxes.flatMap((placed) => placed.dots.map(of)));
  }
}

/** Where everything that can be walked to stands. */
function placesIn({ boxes, look }: LensLayout): ReadonlyMap<string, Point> {
  return new Map(
    boxes.flatMap(({ box, x, y, width, strip, dots }) => [
      [String(box.key), { x: x + width / 2, y: y + look.title / 2 }] as const,
      ...(strip === null
        ? []
        : [[stripKey(box.key), { x: strip.x + strip.width / 2, y: strip.y + 12 }] as const]),
      ...dots.map((dot) => [dotKey(dot.process.pid), { x: dot.x, y: dot.y }] as const),
    ]),
  );
}
