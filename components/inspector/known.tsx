import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import type { Unreadable } from '@lib/model/unreadable';

/** A fact, or why it is not known. */
export function Known<T>(props: {
  /** As `unreadable` names it. */
  field: string;
  value: T | null;
  unreadable: Unreadable;
  children: (value: T) => ReactNode;
}) {
  const { field, value, unreadable, children } = props;
  const words = useAllMessages().inside;
  if (value !== null) return children(value);
  return <Unknown field={field}>{words.unknown(unreadable[field])}</Unknown>;
}

/** What is not known, in words. */
export function Unknown({ field, children }: { field: string; children: string }) {
  return (
    <span className="block text-warn" data-unreadable={field}>
      {children}
    </span>
  );
}
