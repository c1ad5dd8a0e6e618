import type { Sandbox } from '@lib/sandboxes/sandbox';
import { useNsview } from '../store/store';
import { LINK } from './links';

/** A sandbox's name, which selects it. */
export function SandboxLink({ sandbox: { name, top } }: { sandbox: Sandbox }) {
  const select = useNsview((store) => store.select);
  const { pid } = top;
  return (
    <button
      type="button"
      title={`PID ${String(pid)}`}
      className={LINK}
      onClick={() => select({ kind: 'sandbox', pid })}
    >
      {name} ({pid})
    </button>
  );
}
