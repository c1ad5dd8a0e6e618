import type { Mark } from '../mark';
import type { SeeRole } from './see-role';
import { SEE_SIZE } from './see-size';

/** As large as it has room for to the right. @param x where it begins */
export function seeText(x: number, text: string): Mark<SeeRole> {
  const size = Math.min(LARGEST, (SEE_SIZE.width - x) / (text.length * WIDTH));
  return { kind: 'text', role: 'text', x, y: SEE_SIZE.height / 2 + 0.37 * size, size, text };
}

const LARGEST = 12;
/** Of a digit, in its size. */
const WIDTH = 0.6;
