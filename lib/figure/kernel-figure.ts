import { isStopped } from '../model/is-stopped';
import { kernelScene } from '../scene/kernel/kernel-scene';
import { chosenIn, selectedProcess } from '../select/chosen';
import { containerColours, plainTint } from '../select/container-colour';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { kernelLooks } from './kernel-look';
import { drawn } from './marks';
import { group } from './svg';

/** What is free below the picture. */
const BOTTOM = 18;
/** More running containers than these are counted, unless all rows are asked for. */
const MOST = 100;

/** Which processes call which kernel. It takes the height of its fences. */
export function kernelFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, calls, size, messages, ink, page } = drawing;
  const { title: name, lead } = messages.kernel;
  const title = heading(name, lead, size, ink.palette);
  const { select } = viewState;
  const tints = [...containerColours(whole)].map(
    ([key, tint]) => [key, plainTint(tint, page)] as const,
  );
  const running = snapshot.containers.filter((each) => !isStopped(each)).length;
  const picture = kernelScene({
    ...{ snapshot, whole, calls, messages },
    chosen: chosenIn(whole, select),
    process: select?.kind === 'process' ? selectedProcess(whole, select) : null,
    colours: new Map(tints),
    isOpen: viewState.allRows || running <= MOST,
    brief: false,
    opens: false,
    room: {
      width: size.width - 2 * MARGIN,
      height: size.height - title.bottom - BOTTOM,
    },
  });
  const marks = picture.parts.map(({ frame, ground, things }) => ({
    ...frame,
    children: [...ground, ...things.map((thing) => thing.drawing)],
  }));
  return {
    title: name,
    size: {
      width: size.width,
      height: Math.max(size.height, title.bottom + picture.size.height + BOTTOM),
    },
    defs: [],
    head: title.nodes,
    picture: [
      group({ transform: `translate(${MARGIN},${title.bottom})` }, drawn(marks, kernelLooks(ink))),
    ],
    legend: [],
  };
}
