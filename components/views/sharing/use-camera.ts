import {
  startTransition,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { createZoomCamera, type ZoomCamera } from '@components/canvas/zoom-camera';
import { fitCamera, type Camera } from '@lib/layout/camera';
import { detailAt, type Detail } from '@lib/layout/detail';
import type { Box, Point, Size } from '@lib/layout/geometry';
import { keyOf } from './dom-targets';
import { rememberCamera, rememberedCamera } from './place-memory';

const ZOOM_STEP = 1.3;

interface CameraControls {
  /** As it was when it last came to rest. */
  camera: Camera | null;
  detail: Detail;
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  /** Brings a point onto the canvas if it is not there. */
  reveal: (point: Point) => void;
  /** As if no person had moved it yet. */
  release: () => void;
}

/**
 * Shows `world` through a camera that fits `bounds` once, and again when the window changes or with
 * another number of `resets` as long as no person has moved it; else it moves only when told. What a
 * person has set it to is kept over a change of view and a reload.
 */
export function useCamera(
  svg: RefObject<SVGSVGElement | null>,
  world: RefObject<SVGGElement | null>,
  bounds: Box | null,
  size: Size | null,
  resets: number,
): CameraControls {
  const zoom = useRef<ZoomCamera | null>(null);
  const untouched = useRef(true);
  const fittedFor = useRef<string | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [drawnDetail, setDetail] = useState<Detail | null>(null);
  const first = useMemo(() => firstDetail(bounds, size), [bounds, size]);
  const detail = drawnDetail ?? first;

  const fit = (how: 'at once' | 'gliding') => {
    if (bounds !== null && size !== null) zoom.current?.moveTo(fitCamera(bounds, size), how);
  };
  const ready = bounds !== null && size !== null;
  const follow = useEffectEvent((now: Camera) => {
    // Hundreds of things are drawn anew: meanwhile the movement goes on.
    const wanted = detailAt(now.scale);
    if (wanted !== detail) startTransition(() => setDetail(wanted));
  });
  const canvasSize = useEffectEvent(() => size ?? { width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!ready || svg.current === null) return;
    const created = createZoomCamera(svg.current, {
      size: () => canvasSize(),
      isHeld: (target) => keyOf(target) !== null,
      onMove: ({ scale, x, y }) => {
        world.current?.setAttribute('transform', `translate(${x},${y}) scale(${scale})`);
        follow({ scale, x, y });
      },
      onRest: (now, byPerson) => {
        if (byPerson) untouched.current = false;
        rememberCamera(untouched.current ? null : now);
        setCamera(now);
      },
    });
    zoom.current = created;
    return () => created.destroy();
  }, [ready, svg, world]);

  const fitAgain = useEffectEvent(() => {
    // A line that comes or goes above the canvas is no reason to move the picture; a resized window is.
    const occasion = `${window.innerWidth}×${window.innerHeight}, ${resets}`;
    if (bounds === null || size === null || occasion === fittedFor.current) return;
    const remembered = fittedFor.current === null ? rememberedCamera() : null;
    fittedFor.current = occasion;
    if (remembered !== null) {
      untouched.current = false;
      zoom.current?.moveTo(remembered, 'at once');
    } else if (untouched.current) {
      fit('at once');
    }
  });
  useLayoutEffect(() => {
    fitAgain();
  }, [ready, size, resets]);

  return {
    camera,
    detail,
    fit: () => {
      untouched.current = true;
      fit('gliding');
    },
    zoomIn: () => {
      untouched.current = false;
      zoom.current?.zoomBy(ZOOM_STEP);
    },
    zoomOut: () => {
      untouched.current = false;
      zoom.current?.zoomBy(1 / ZOOM_STEP);
    },
    release: () => {
      untouched.current = true;
    },
    reveal: (point) => {
      if (size !== null) zoom.current?.reveal(point, size, 70);
    },
  };
}

/** What the camera that comes will show. */
function firstDetail(bounds: Box | null, size: Size | null): Detail {
  if (bounds === null || size === null) return 'full';
  return detailAt((rememberedCamera() ?? fitCamera(bounds, size)).scale);
}
