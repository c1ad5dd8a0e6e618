import { z } from 'zod';
import type { Places } from '@lib/layout/places';
import type { SharingLayout } from '@lib/layout/sharing-layout';

const STORAGE_KEY = 'nsview.sharing.layout';

const boxSchema = z.object({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
});
const placesSchema = z.array(
  z.tuple([
    z.string(),
    z.object({
      x: z.number(),
      y: z.number(),
      room: z.enum(['container', 'stopped', 'hub', 'host']),
      labelAbove: z.boolean(),
    }),
  ]),
);
const storedSchema = z.object({
  places: placesSchema,
  left: placesSchema,
  bounds: boxSchema,
  window: boxSchema,
});

/** Where things stood before this page was reloaded; null on a fresh one or after a change of form. */
export function rememberedLayout(): SharingLayout | null {
  const text = sessionStorage.getItem(STORAGE_KEY);
  if (text === null) return null;
  const stored = storedSchema.safeParse(parsed(text));
  if (!stored.success) return null;
  const { places, left, bounds, window } = stored.data;
  return { places: new Map(places), left: new Map(left), bounds, window };
}

export function rememberLayout({ places, left, bounds, window }: SharingLayout): void {
  const rows = (of: Places) => [...of];
  const stored = { places: rows(places), left: rows(left), bounds, window };
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
}

export function forgetLayout(): void {
  sessionStorage.removeItem(STORAGE_KEY);
}

/** What is not JSON is as good as nothing stored. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
