import { rootMount } from '../../inside/root-mount';
import { isWritable } from '../../inside/danger';
import type { MntInside } from '../../inside/mnt';
import type { Mark } from '../mark';
import type { SeeRole } from './see-role';
import { seeText } from './see-text';

/** So many layers have room one by one. */
const MOST = 6;
const WIDTH = 64;

/** The layers of its root, the writable one on top: broken, for it is empty at first; none where nothing is written. */
export function mntPicture(inside: MntInside): readonly Mark<SeeRole>[] {
  const root = rootMount(inside);
  if (root === undefined) return [];
  const layers = root.layers ?? 1;
  const shown = Math.min(layers, MOST);
  const step = 4.5;
  const top = 16 - (shown * step) / 2 + 1;
  const below = Array.from({ length: shown }, (_, index): Mark<SeeRole> => {
    const y = top + index * step;
    return { kind: 'rect', role: 'solid', x: 2, y, width: WIDTH, height: 3, rx: 1 };
  });
  const more = layers > shown ? [seeText(WIDTH + 6, `+${layers - shown}`)] : [];
  if (root.layers === null || !isWritable(root)) return [...below, ...more];
  const y = top - 3;
  return [
    { kind: 'line', role: 'edge', is: ['broken'], from: { x: 2, y }, to: { x: WIDTH + 2, y } },
    ...below,
    ...more,
  ];
}
