import { useMemo } from 'react';
import * as z from 'zod/mini';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

const NAME = 'nsview.acknowledged';
/** Those of containers that are gone are of no use: the oldest are forgotten. */
const MOST = 2000;

/** As `acknowledgementOf` writes them, the oldest first. */
const keptSchema = z.object({ keys: z.array(z.string()) });

type Kept = z.infer<typeof keptSchema>;

const useKept = create<Kept>()(
  persist((): Kept => ({ keys: [] }), {
    name: NAME,
    // Where a browser forbids it, there is none, and what is acknowledged is so until the page is closed.
    storage: createJSONStorage(() => window.localStorage),
    // Whoever has the page's address may have written there.
    merge: (stored, now) => {
      const parsed = keptSchema.safeParse(stored);
      return parsed.success ? parsed.data : now;
    },
  }),
);

const isKept = 'persist' in useKept;

// Another tab has something acknowledged.
window.addEventListener('storage', ({ key }) => {
  if (key === NAME) void useKept.persist.rehydrate();
});

/** What a person has acknowledged in this browser, and whether it is there when the page is opened again. */
export function useAcknowledged(): { of: ReadonlySet<string>; isKept: boolean } {
  const { keys } = useKept();
  const of = useMemo(() => new Set(keys), [keys]);
  return { of, isKept };
}

/** @param key as `acknowledgementOf` writes it */
export function acknowledge(key: string): void {
  useKept.setState(({ keys }) => ({ keys: [...keys, key].slice(-MOST) }));
}

export function takeBack(key: string): void {
  useKept.setState(({ keys }) => ({ keys: keys.filter((each) => each !== key) }));
}
