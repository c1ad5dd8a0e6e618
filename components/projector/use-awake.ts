import { useEffect } from 'react';

/** Keeps the screen from going dark while this is there, where the browser can. A hidden page lets go of it by itself. */
export function useAwake(): void {
  useEffect(() => {
    // Away from localhost and https, and in some browsers, there is none.
    const { wakeLock }: Partial<Navigator> = navigator;
    if (wakeLock === undefined) return;
    let held: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      wakeLock.request('screen').then(
        (lock) => {
          if (isOver) lock.release().catch(() => undefined);
          else held = lock;
        },
        // A battery that is low: the screen is the browser's then.
        () => undefined,
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      held?.release().catch(() => undefined);
    };
  }, []);
}
