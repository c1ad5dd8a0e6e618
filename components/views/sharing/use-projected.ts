import { useEffect, useEffectEvent, useRef } from 'react';

/** Tells when a person turns the projector on or off: all has another size then, and wants other places. */
export function useProjected(projected: boolean, onChange: () => void): void {
  const before = useRef(projected);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (before.current === projected) return;
    before.current = projected;
    tell();
  }, [projected]);
}
