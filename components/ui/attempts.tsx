import type { Attempt } from '@lib/model/host';
import { useMessages } from '../store/messages';

/** The endpoints that were tried in vain, and why each failed. */
export function Attempts({ of }: { of: readonly Attempt[] }) {
  const { model } = useMessages();
  return (
    <ul className="text-warn">
      {of.map(({ url, from, problem, reason }) => (
        <li key={`${from} ${url}`} className="[overflow-wrap:anywhere]">
          {model.attempt(url, problem, reason)}
        </li>
      ))}
    </ul>
  );
}
