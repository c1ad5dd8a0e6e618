import { useId, useLayoutEffect } from 'react';
import { tellRest } from '@components/store/rest';

/** Its parts that are drawn, and which of them have what was asked about them. */
const parts = new Map<string, boolean>();

function tell(): void {
  tellRest('full', parts.size > 0 && [...parts.values()].every(Boolean));
}

/** Tells when a part of a container in full is drawn with what was asked about it: with all of them that is at rest. */
export function useAtRestWhile(isKnown: boolean): void {
  const part = useId();
  useLayoutEffect(() => {
    parts.set(part, isKnown);
    tell();
    return () => {
      parts.delete(part);
      tell();
    };
  }, [part, isKnown]);
}
