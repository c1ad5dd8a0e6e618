import type { Messages } from '../i18n/messages';
import type { LensLayout, PlacedDot } from '../layout/lens/lens-layout';
import { type ContainerKey, containerKeyOf } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { Kept } from './kept';
import { lensBoxScene, type LensBoxScene } from './lens-box';
import { dotThing } from './lens-dot';
import type { LensRole } from './lens-role';
import type { Thing } from './mark';
import { containersByKey, containerOf } from '../model/containers-by-key';
import { processTint } from '../select/container-colour';

/** What the picture of a lens is made of. */
export interface LensSubject {
  snapshot: Snapshot;
  /** Of all processes of the machine, shown or not. */
  total: number;
  type: NamespaceType;
  layout: LensLayout;
  /** The colour of each container. */
  colours: ReadonlyMap<ContainerKey, string>;
  /** What is selected, as lib/select/chosen tells it. */
  chosen: ReadonlySet<string>;
  /** Can what is only counted be opened? */
  opens: boolean;
  messages: Messages['lens'];
}

/** A box with the dots in it. Boxes stand one after another, also where one is inside another. */
export interface LensBoxWithDots {
  box: LensBoxScene;
  dots: readonly Thing<LensRole>[];
}

/** Makes one scene of the Lens after another: what of it did not change is the very same as before. */
export class LensScenes {
  readonly #boxes = new Kept(lensBoxScene);
  readonly #dots = new Kept(dotThing);

  draw(subject: LensSubject): LensBoxWithDots[] {
    const { layout, type, total, colours, chosen, opens, messages } = subject;
    const { look } = layout;
    const boxes = this.#boxes.parts(
      layout.boxes.map((placed) => [
        `${type} ${placed.box.key}`,
        {
          placed,
          look,
          type,
          total,
          colours,
          selected: chosen.has(placed.box.key),
          opens,
          messages,
        },
      ]),
    );
    const dots = this.#dotsOf(subject);
    let taken = 0;
    return layout.boxes.flatMap((placed, index) => {
      const box = boxes[index];
      const from = taken;
      taken += placed.dots.length;
      return box === undefined ? [] : [{ box, dots: dots.slice(from, taken) }];
    });
  }

  /** The dots of all boxes, in the order of these. */
  #dotsOf({ snapshot, layout, colours, chosen, messages }: LensSubject): Thing<LensRole>[] {
    const containers = containersByKey(snapshot.containers);
    const of = ({ process, x, y }: PlacedDot) => {
      const { pid } = process;
      const tint = processTint(colours, process);
      const key = containerKeyOf(process);
      const selected = key !== null && chosen.has(key);
      const name = containerOf(process, containers)?.name ?? null;
      const { look } = layout;
      return [
        String(pid),
        { process, x, y, look, tint, container: name, selected, messages },
      ] as const;
    };
    return this.#dots.parts(layout.boxes.flatMap((placed) => placed.dots.map(of)));
  }
}
