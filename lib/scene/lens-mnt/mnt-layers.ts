import type { Messages } from '../../i18n/messages';
import type { LayerRun } from '../../layout/lens-mnt/placed';
import { imageName } from '../../layout/node-text';
import type { MntMark } from './mnt-role';
import { fitted, SIZE, words } from './words';

const INSET = 10;
/** Lower, and nothing is written in it. */
const LEAST = 16;

/** Layers that the same ones read: bright where these are several, and told of once. */
export function layerMarks(run: LayerRun, { lensMnt }: Messages): MntMark {
  const shared = run.readers > 1;
  const is = shared ? ['shared'] : [];
  const count = lensMnt.layers(run.layers.length);
  const from = run.images.map(imageName).join(', ');
  const wordings = shared
    ? [
        `${from} · ${count} · ${lensMnt.readBy(run.readers)}`,
        `${count} · ${lensMnt.readBy(run.readers)}`,
        `${count} · ${lensMnt.readByShort(run.readers)}`,
        lensMnt.readByShort(run.readers),
      ]
    : [count];
  // In one of them, if it is high enough; else in the middle of all.
  const top = run.layers.at(-1);
  const within = top !== undefined && top.height >= LEAST ? top : run;
  const text = fitted(wordings, run.width - 2 * INSET, shared);
  return {
    kind: 'group',
    role: 'mntPart',
    hue: 'mnt',
    data: { readers: run.readers },
    children: [
      ...run.layers.map(({ layer, level, x, y, width, height }) => ({
        kind: 'rect' as const,
        role: 'layer' as const,
        is,
        data: { layer, level },
        ...{ x, y, width, height, rx: Math.min(5, height / 3) },
      })),
      ...(run.height < LEAST
        ? []
        : [
            words({
              role: 'layerText',
              is,
              text,
              x: run.x + INSET,
              y: within.y + within.height / 2 + SIZE / 3,
            }),
          ]),
    ],
  };
}
