import * as z from 'zod/mini';
import { tabMemory } from '@components/store/tab-memory';
import type { Camera } from '@lib/layout/camera';
import type { Lifetimes } from '@lib/sharing/graph';
import type { SharingLayout } from '@lib/layout/sharing-layout';

const LAYOUT_KEY = 'nsview.sharing.layout';
const CAMERA_KEY = 'nsview.sharing.camera';

const boxSchema = z.object({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
});
const placesSchema = z.record(
  z.string(),
  z.object({
    x: z.number(),
    y: z.number(),
    room: z.enum(['container', 'stopped', 'hub', 'host']),
    labelAbove: z.boolean(),
    rail: z.exactOptional(z.number()),
  }),
);
const storedSchema = z.object({
  places: placesSchema,
  left: placesSchema,
  pins: placesSchema,
  bounds: boxSchema,
  window: boxSchema,
  /** Of the hubs among them, by key. */
  lifetimes: z.record(z.string(), z.string()),
});

/** Where things stood, and the lifetimes of the namespaces among them. */
export interface Remembered {
  layout: SharingLayout;
  lifetimes: Lifetimes;
}

/** Where things stood before this page was reloaded; null on a fresh one or after a change of form. */
export function rememberedLayout(): Remembered | null {
  const text = tabMemory.recall(LAYOUT_KEY);
  if (text === null) return null;
  const stored = storedSchema.safeParse(parsed(text));
  if (!stored.success) return null;
  const { places, left, pins, bounds, window, lifetimes } = stored.data;
  return {
    layout: {
      places: new Map(Object.entries(places)),
      curves: [],
      left: new Map(Object.entries(left)),
      pins: new Map(Object.entries(pins)),
      bounds,
      window,
    },
    lifetimes: new Map(Object.entries(lifetimes)),
  };
}

export function rememberLayout({ layout, lifetimes }: Remembered): void {
  const { bounds, window } = layout;
  const stored = {
    places: Object.fromEntries(layout.places),
    left: Object.fromEntries(layout.left),
    pins: Object.fromEntries(layout.pins),
    bounds,
    window,
    lifetimes: Object.fromEntries(lifetimes),
  };
  tabMemory.keep(LAYOUT_KEY, JSON.stringify(stored));
}

export function forgetLayout(): void {
  tabMemory.forget(LAYOUT_KEY);
}

const cameraSchema = z.object({
  scale: z.number().check(z.positive()),
  x: z.number(),
  y: z.number(),
});

/** A camera as it was when it last came to rest. */
interface RestingCamera {
  camera: Camera;
  /** Has a person set it? */
  byHand: boolean;
}

/** The last one of this page, and what it was made for: the window, and who reads the picture. */
let resting: (RestingCamera & { occasion: string }) | null = null;

/**
 * The camera that the picture was last seen through, so that nothing has moved when one comes back to it.
 * What a person has set it to is kept over a reload as well. Null on a fresh page, and where it was left
 * to itself and made for another occasion.
 */
export function rememberedCamera(occasion: string): RestingCamera | null {
  if (resting?.byHand === false) return resting.occasion === occasion ? resting : null;
  const stored = cameraSchema.safeParse(parsed(tabMemory.recall(CAMERA_KEY) ?? ''));
  return stored.success ? { camera: stored.data, byHand: true } : null;
}

export function rememberCamera({ camera, byHand }: RestingCamera, occasion: string): void {
  resting = { camera, byHand, occasion };
  if (byHand) tabMemory.keep(CAMERA_KEY, JSON.stringify(camera));
  else tabMemory.forget(CAMERA_KEY);
}

/** What is not JSON is as good as nothing stored. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
