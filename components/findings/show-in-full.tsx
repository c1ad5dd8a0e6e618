import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { Finding } from '@lib/findings/finding';
import { refOf } from '@lib/model/container-ref';

/** Leads to the container that a finding is about; nothing where it is gone. */
export function ShowInFull({ of, onLeave }: { of: Finding['subject']; onLeave: () => void }) {
  const { findingList: words } = useAllMessages();
  const snapshot = useNsview((store) => store.snapshot);
  const show = useNsview((store) => store.show);
  const container = snapshot?.containers.find(
    ({ engine, id }) => engine === of.engine && id === of.container,
  );
  if (snapshot === null || container === undefined) return null;
  return (
    <button
      type="button"
      className="cursor-pointer self-start rounded text-focus hover:underline"
      onClick={() => {
        onLeave();
        show({ select: { kind: 'container', ref: refOf(snapshot, container) }, open: true });
      }}
    >
      {words.showInFull(of.name)}
    </button>
  );
}
