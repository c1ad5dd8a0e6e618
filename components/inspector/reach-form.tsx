import { useState, type ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { TRANSPORTS } from '@lib/reach/packet';
import { DEFAULT_REACH, parseReach } from '@lib/view-state/reach-state';

const FIELD = 'rounded-md border border-line bg-transparent px-1.5 py-0.5 text-text';

/**
 * By which protocol, and at which port, it is asked who reaches whom: the same for all that is on screen.
 *
 * @param offers ports that can be chosen
 * @param children what is answered: not shown while there is no port in the field, for it would be of another
 */
export function ReachForm({ offers, children }: { offers?: ReactNode; children: ReactNode }) {
  const words = useAllMessages().reach;
  const show = useNsview((store) => store.show);
  const state = useNsview((store) => store.viewState.reach);
  const { protocol, port } = state ?? DEFAULT_REACH;
  /** What was typed that is no port, and what was asked then: another port is another's. */
  const [typed, setTyped] = useState<{ text: string; state: typeof state } | null>(null);
  const wrong = typed?.state === state ? (typed?.text ?? null) : null;
  const type = (text: string) => {
    const told = text.trim();
    const next = parseReach(told === '' ? protocol : `${protocol}:${told}`);
    setTyped(next === null ? { text, state } : null);
    if (next !== null) show({ reach: next });
  };
  return (
    <>
      <div className="flex items-center gap-3 text-sm text-dim">
        <label className="flex items-center gap-1.5">
          {words.protocol}
          <select
            value={protocol}
            className={FIELD}
            onChange={({ target }) => {
              const chosen = TRANSPORTS.find((each) => each === target.value);
              show({ reach: { protocol: chosen ?? protocol, port } });
            }}
          >
            {TRANSPORTS.map((each) => (
              <option key={each} value={each} className="bg-surface">
                {each}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-1.5">
          {words.port}
          <input
            value={wrong ?? (port === null ? '' : String(port))}
            inputMode="numeric"
            placeholder={words.anyPort}
            aria-invalid={wrong !== null}
            className={`${FIELD} w-16`}
            onChange={({ target }) => type(target.value)}
          />
        </label>
      </div>
      {wrong !== null && (
        <p role="status" className="text-sm text-warn">
          {words.noPort(wrong.trim())}
        </p>
      )}
      {offers}
      {wrong === null && children}
    </>
  );
}
