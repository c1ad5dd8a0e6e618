import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import type { IpcInside } from '@lib/inside/ipc';
import { shortBytes } from '@lib/select/usage';
import { FirstOf } from './first-of';

/** Segments of System V shared memory. */
export function Segments({ of }: { of: NonNullable<IpcInside['segments']> }) {
  const words = useAllMessages().inside;
  return (
    <Objects of={of}>
      {({ id, key, bytes, attached }) => (
        <li key={id} data-segment={id}>
          {words.segment(key, shortBytes(bytes), attached)}
        </li>
      )}
    </Objects>
  );
}

/** Sets of System V semaphores. */
export function Semaphores({ of }: { of: NonNullable<IpcInside['semaphores']> }) {
  const words = useAllMessages().inside;
  return (
    <Objects of={of}>
      {({ id, key, count }) => <li key={id}>{words.semaphoreSet(key, count)}</li>}
    </Objects>
  );
}

/** Queues of System V messages. */
export function Queues({ of }: { of: NonNullable<IpcInside['queues']> }) {
  const words = useAllMessages().inside;
  return (
    <Objects of={of}>
      {({ id, key, messages, bytes }) => (
        <li key={id}>{words.queue(key, messages, shortBytes(bytes))}</li>
      )}
    </Objects>
  );
}

/** How full the file system for POSIX shared memory is. */
export function ShmMount({ of }: { of: NonNullable<IpcInside['shmMount']> }) {
  const words = useAllMessages().inside;
  const size = of.sizeBytes === null ? null : shortBytes(of.sizeBytes);
  return words.shmUsed(shortBytes(of.usedBytes), size);
}

function Objects<T>({ of, children }: { of: readonly T[]; children: (row: T) => ReactNode }) {
  const words = useAllMessages().inside;
  if (of.length === 0) return words.noObjects;
  return (
    <ul>
      <FirstOf of={of}>{children}</FirstOf>
    </ul>
  );
}
