import type { Size } from '../geometry';
import { layOutKernelView, type KernelScene } from './kernel-layout';

/** How many times as large as usual it may be beside a lesson, on a canvas {@link WIDTH} pixels wide. */
const TIMES = [2.4, 2.2, 2, 1.8, 1.6, 1.5, 1.4, 1.3] as const;
const WIDTH = 1190;
const LEAST = 1.25;

/**
 * How many times as large as usual it is drawn beside a lesson that is projected: as large as may be with all of it in
 * sight, for it is about what stands above what.
 *
 * @param size of the canvas, in pixels
 */
export function lessonZoom(scene: Omit<KernelScene, 'room'>, size: Size): number {
  const zooms = TIMES.map((times) => (times * size.width) / WIDTH);
  const fits = (zoom: number) => {
    const room = { width: size.width / zoom, height: size.height / zoom };
    return layOutKernelView({ ...scene, room }).size.height <= room.height;
  };
  return zooms.find(fits) ?? LEAST;
}
