import { useLayoutEffect } from 'react';
import { tellRest } from '@components/store/rest';

/** Tells when a container in full is drawn with all that was asked about it. */
export function useAtRestWhile(isKnown: boolean): void {
  useLayoutEffect(() => {
    tellRest('full', isKnown);
    return () => tellRest('full', false);
  }, [isKnown]);
}
