import { useEffect, useState } from 'react';

/** Milliseconds. */
const LONG_ENOUGH = 1_000;

/**
 * Has it stood like this for a while? A container is made a moment before it runs, and is in what it shares before it
 * listens: what is so on the way alone is no news.
 *
 * @param what null: nothing that could pass
 */
export function useStands(what: string | null): boolean {
  const [stood, setStood] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStood(what), what === null ? 0 : LONG_ENOUGH);
    return () => clearTimeout(timer);
  }, [what]);
  return what === stood;
}
