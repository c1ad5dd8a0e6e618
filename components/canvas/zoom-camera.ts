import {
  select,
  zoom,
  zoomIdentity,
  zoomTransform,
  type D3ZoomEvent,
  type ZoomTransform,
} from 'd3';
import { seenTogether, wayOnto, type Camera } from '@lib/layout/camera';
import type { Box, Point, Size } from '@lib/layout/geometry';
import { isMotionUnwelcome } from './motion';

const SCALE_LIMITS: [number, number] = [0.1, 4];
/** A glide that a person asked for, and one that comes by itself. */
const GLIDE_MS = 180;
const PAN_MS = 700;

export interface ZoomCamera {
  /** Shows the world as this camera has it; gliding there unless motion is unwelcome. */
  moveTo: (camera: Camera, how: 'at once' | 'gliding') => void;
  zoomBy: (factor: number) => void;
  /** Moves as little as needed to bring a point of the world onto the canvas, `margin` from its edge. */
  reveal: (point: Point, size: Size, margin: number) => void;
  /** The same, gently, for as many boxes as can be seen together, the first first. @returns whether it has to move */
  panTo: (boxes: readonly Box[], size: Size, margin: number) => boolean;
  destroy: () => void;
}

export interface ZoomCameraEvents {
  /** Is this something that a pointer takes up, rather than the ground? */
  isHeld: (target: EventTarget) => boolean;
  /** The canvas's size. The browser is not asked for it: it would have to lay out all of the picture. */
  size: () => Size;
  /** With every frame of a movement. */
  onMove: (camera: Camera) => void;
  /** When a movement has ended. */
  onRest: (camera: Camera, byPerson: boolean) => void;
}

/**
 * Zooming and panning by wheel, drag and pinch, through d3-zoom. What moves is up to the caller,
 * who hears of each new camera; a double click zooms nothing, for clicks select.
 */
export function createZoomCamera(svg: SVGSVGElement, events: ZoomCameraEvents): ZoomCamera {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent(SCALE_LIMITS)
    .extent(() => {
      const { width, height } = events.size();
      return [
        [0, 0],
        [width, height],
      ];
    })
    .filter((event: MouseEvent | TouchEvent) => {
      // As d3-zoom has it by itself, but for presses on what is dragged; two fingers always zoom.
      if (event.type === 'wheel') return true;
      if (event.ctrlKey || ('button' in event && event.button !== 0)) return false;
      const fingers = 'touches' in event ? event.touches.length : 1;
      return fingers > 1 || event.target === null || !events.isHeld(event.target);
    })
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      events.onMove(cameraOf(event.transform));
    })
    .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      events.onRest(cameraOf(event.transform), event.sourceEvent !== null);
    });
  const canvas = select(svg);
  canvas.call(behaviour).on('dblclick.zoom', null);

  const gliding = (duration = GLIDE_MS) =>
    canvas.transition().duration(isMotionUnwelcome() ? 0 : duration);

  return {
    moveTo: ({ scale, x, y }, how) => {
      const transform = zoomIdentity.translate(x, y).scale(scale);
      if (how === 'at once') canvas.interrupt().call(behaviour.transform, transform);
      else gliding().call(behaviour.transform, transform);
    },
    zoomBy: (factor) => {
      gliding().call(behaviour.scaleBy, factor);
    },
    reveal: (point, size, margin) => {
      const transform = zoomTransform(svg);
      const box = { left: point.x, right: point.x, top: point.y, bottom: point.y };
      const { dx, dy } = wayOnto(box, cameraOf(transform), size, margin);
      if (dx === 0 && dy === 0) return;
      gliding().call(behaviour.translateBy, dx / transform.k, dy / transform.k);
    },
    panTo: (boxes, size, margin) => {
      const { k } = zoomTransform(svg);
      const box = seenTogether(boxes, k, size, margin);
      if (box === null) return false;
      const { dx, dy } = wayOnto(box, cameraOf(zoomTransform(svg)), size, margin);
      if (dx === 0 && dy === 0) return false;
      gliding(PAN_MS).call(behaviour.translateBy, dx / k, dy / k);
      return true;
    },
    destroy: () => {
      canvas.interrupt().on('.zoom', null);
    },
  };
}

function cameraOf({ k, x, y }: ZoomTransform): Camera {
  return { scale: k, x, y };
}
