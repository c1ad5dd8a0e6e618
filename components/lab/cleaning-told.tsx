import { useAllMessages } from '../store/messages';
import type { Cleaning } from './cleaning';

/** What came of removing. */
export function CleaningTold({ cleaning }: { cleaning: Cleaning }) {
  const { lab, labPage } = useAllMessages();
  return (
    <div role="status" data-cleaning={cleaning.is} className="empty:hidden">
      {cleaning.is === 'removing' && <p className="text-dim">{labPage.removing}…</p>}
      {cleaning.is === 'removed' && <p>{labPage.removed}</p>}
      {cleaning.is === 'kept' &&
        cleaning.kept.map(({ what, because }) => (
          <p key={what} className="text-warn">
            {labPage.kept(what, lab.reason(because))}
          </p>
        ))}
      {cleaning.is === 'refused' && (
        <p className="text-warn">{labPage.notRemoved(lab.reason(cleaning.because))}</p>
      )}
    </div>
  );
}
