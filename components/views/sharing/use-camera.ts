import {
  startTransition,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { HANDS } from '@components/canvas/hands';
import type { ZoomCamera } from '@components/canvas/zoom-camera';
import { useIfThere } from '@components/parts/part';
import { fitCamera, PROJECTED, type Camera } from '@lib/layout/camera';
import { detailAt, type Detail } from '@lib/layout/detail';
import { boundsOf, type Box, type Point, type Size } from '@lib/layout/geometry';
import { keyOf } from './dom-targets';
import { rememberCamera, rememberedCamera } from './place-memory';

const ZOOM_STEP = 1.3;
/** How far from the canvas's edge something is brought to be seen. */
const PRESENTED = 28;
/** How wide a screen is, in pixels, that the back row's sizes are told for. */
const BACK_ROW_SCREEN = 1920;

interface CameraControls {
  /** As it was when it last came to rest. */
  camera: Camera | null;
  detail: Detail;
  /** Shows all of the picture, and these boxes beside it. */
  fit: (beside: readonly Box[]) => void;
  zoomIn: () => void;
  zoomOut: () => void;
  /** Brings a point onto the canvas if it is not there. */
  reveal: (point: Point) => void;
  /**
   * Brings what has come onto the canvas, gently, unless a hand holds the view or a person has set it: of
   * these boxes the first, and of the others those that are seen with it.
   */
  present: (boxes: readonly Box[]) => void;
  /** Is it doing so? */
  panning: boolean;
  /** Has a person set it? */
  isSet: () => boolean;
  /** As if no person had moved it yet. */
  release: () => void;
}

/**
 * Shows `world` through a camera that fits `bounds` once, and again when the window changes or with
 * another number of `resets` as long as no person has moved it; else it moves only when told. It is kept over a
 * change of view, and what a person has set it to over a reload as well.
 */
export function useCamera(
  svg: RefObject<SVGSVGElement | null>,
  world: RefObject<SVGGElement | null>,
  bounds: Box | null,
  size: Size | null,
  resets: number,
  projected: boolean,
): CameraControls {
  const fitted = (of: Box, on: Size) => fitCamera(of, on, projected ? PROJECTED : 1);
  const hands = useIfThere(HANDS);
  const zoom = useRef<ZoomCamera | null>(null);
  /** What was asked for before it could be done. */
  const wish = useRef<((zoom: ZoomCamera) => void) | null>(null);
  const untouched = useRef(true);
  const fittedFor = useRef<string | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [drawnDetail, setDetail] = useState<Detail | null>(null);
  const first = useMemo(() => firstDetail(bounds, size, projected), [bounds, size, projected]);
  const detail = drawnDetail ?? first;

  const ask = useCallback((move: (zoom: ZoomCamera) => void) => {
    if (zoom.current !== null) return move(zoom.current);
    wish.current = move;
    HANDS.want();
  }, []);
  const reveal = useCallback(
    (point: Point) => {
      if (size !== null) ask((zoom) => zoom.reveal(point, size, 70));
    },
    [ask, size],
  );
  const [panning, setPanning] = useState(false);
  const present = (boxes: readonly Box[]) => {
    if (!untouched.current || svg.current?.matches(':active') !== false) return;
    ask((zoom) => {
      if (size === null || !zoom.panTo(boxes, size, PRESENTED)) return;
      // On a wall nobody goes after what has left it: all of the picture stays there.
      if (projected && bounds !== null) zoom.moveTo(fitted(bounds, size), 'gliding');
      setPanning(true);
    });
  };
  const keepWhole = useEffectEvent(() => {
    if (projected && bounds !== null && zoom.current !== null) present([bounds]);
  });
  useEffect(() => keepWhole(), [bounds]);
  const ready = bounds !== null && size !== null;
  const follow = useEffectEvent((now: Camera) => {
    world.current?.setAttribute('transform', `translate(${now.x},${now.y}) scale(${now.scale})`);
    // Hundreds of things are drawn anew: meanwhile the movement goes on.
    const wanted = detailSeen(now.scale, projected);
    if (wanted !== detail) startTransition(() => setDetail(wanted));
  });
  const rest = useEffectEvent((now: Camera) => {
    rememberCamera({ camera: now, byHand: !untouched.current }, occasionOf(projected));
    setCamera(now);
    setPanning(false);
  });
  const showAtOnce = useEffectEvent((next: Camera) => {
    if (zoom.current !== null) return zoom.current.moveTo(next, 'at once');
    follow(next);
    rest(next);
  });
  const canvasSize = useEffectEvent(() => size ?? { width: 0, height: 0 });
  const takeOver = useEffectEvent((created: ZoomCamera) => {
    if (camera !== null) created.moveTo(camera, 'at once');
    wish.current?.(created);
    wish.current = null;
  });
  useLayoutEffect(() => {
    if (!ready || hands === null || svg.current === null) return;
    const created = hands.createZoomCamera(svg.current, {
      size: () => canvasSize(),
      isHeld: (target) => keyOf(target) !== null,
      onMove: (now) => follow(now),
      onRest: (now, byPerson) => {
        if (byPerson) untouched.current = false;
        rest(now);
      },
    });
    zoom.current = created;
    takeOver(created);
    return () => {
      zoom.current = null;
      created.destroy();
    };
  }, [ready, hands, svg, world]);

  // A pointer that begins to move it asks for what does so, should that not have come by itself.
  useEffect(() => {
    const canvas = svg.current;
    if (!ready || hands !== null || canvas === null) return;
    const want = () => HANDS.want();
    canvas.addEventListener('wheel', want, { passive: true });
    canvas.addEventListener('pointerdown', want);
    return () => {
      canvas.removeEventListener('wheel', want);
      canvas.removeEventListener('pointerdown', want);
    };
  }, [ready, hands, svg]);

  const fitAgain = useEffectEvent(() => {
    // A line that comes or goes above the canvas is no reason to move the picture; a resized window is.
    const occasion = occasionOf(projected);
    const occasionNow = `${occasion}, ${resets}`;
    if (bounds === null || size === null || occasionNow === fittedFor.current) return;
    const remembered = fittedFor.current === null ? rememberedCamera(occasion) : null;
    fittedFor.current = occasionNow;
    if (remembered !== null) {
      untouched.current = !remembered.byHand;
      showAtOnce(remembered.camera);
    } else if (untouched.current) {
      showAtOnce(fitted(bounds, size));
    } else if (camera !== null) {
      // How much can be read depends on who reads it.
      follow(camera);
    }
  });
  useLayoutEffect(() => {
    fitAgain();
  }, [ready, size, resets, projected]);

  return {
    camera,
    detail,
    fit: (beside) => {
      untouched.current = true;
      if (bounds === null || size === null) return;
      const all = boundsOf([bounds, ...beside]) ?? bounds;
      ask((zoom) => zoom.moveTo(fitted(all, size), 'gliding'));
    },
    zoomIn: () => {
      if (bounds === null) return;
      untouched.current = false;
      ask((zoom) => zoom.zoomBy(ZOOM_STEP));
    },
    zoomOut: () => {
      if (bounds === null) return;
      untouched.current = false;
      ask((zoom) => zoom.zoomBy(1 / ZOOM_STEP));
    },
    isSet: () => !untouched.current,
    release: () => {
      untouched.current = true;
    },
    reveal,
    present,
    panning,
  };
}

/** What the camera that comes will show. */
function firstDetail(bounds: Box | null, size: Size | null, projected: boolean): Detail {
  if (bounds === null || size === null) return 'full';
  const { scale } =
    rememberedCamera(occasionOf(projected))?.camera ??
    fitCamera(bounds, size, projected ? PROJECTED : 1);
  return detailSeen(scale, projected);
}

/** A wall shows a pixel the larger, the fewer its screen has: what the back row reads is a share of it. */
function detailSeen(scale: number, projected: boolean): Detail {
  return detailAt(projected ? (scale * BACK_ROW_SCREEN) / window.innerWidth : scale, projected);
}

/** What a camera is made for that shows all: the window, and who reads what is in it. */
function occasionOf(projected: boolean): string {
  return `${window.innerWidth}×${window.innerHeight}, ${projected}`;
}
