import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import { cap } from '@lib/facts/seen';

/** Of lists that a namespace has: nobody reads more of them here, and a page that drew all would stand still. */
const MOST = 50;

/** The first of a list, and how many there are besides. */
export function FirstOf<T>({
  of,
  children,
}: {
  of: readonly T[];
  children: (row: T, nth: number) => ReactNode;
}) {
  const { moreRows } = useAllMessages().inspector;
  const { rows, more } = cap(of, MOST);
  return (
    <>
      {rows.map(children)}
      {more > 0 && <li className="text-dim">{moreRows(more)}</li>}
    </>
  );
}
