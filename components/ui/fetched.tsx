import type { ReactNode } from 'react';
import { useMessages } from '../store/messages';
import { Button } from './button';
import { useIfThere, usePart, type Part } from '../parts/part';

const FLOATING =
  'absolute top-full right-0 z-30 mt-1 w-72 rounded-lg border border-warn bg-raised shadow-lg';

interface FetchedProps<T> {
  part: Part<T>;
  /** What is there until it has been fetched. */
  waiting?: ReactNode;
  /** Is word that it cannot be had put below what it belongs to, over whatever is there? */
  floating?: boolean;
  children: (value: T) => ReactNode;
}

/** Draws what a part holds; fetches it first, and says so if it cannot be had. */
export function Fetched<T>({ part, waiting = null, floating = false, children }: FetchedProps<T>) {
  const state = usePart(part);
  if (state.is === 'there') return children(state.value);
  if (state.is !== 'failed') return waiting;
  return (
    <div className={floating ? FLOATING : undefined}>
      <NotLoaded onRetry={() => part.want()} />
    </div>
  );
}

/** Draws what a part holds, once it is there: for what nobody misses until then. */
export function WhenThere<T>({ part, children }: Pick<FetchedProps<T>, 'part' | 'children'>) {
  const value = useIfThere(part);
  return value === null ? null : children(value);
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const { shell } = useMessages();
  return (
    <div role="alert" className="flex flex-col items-start gap-2 p-4 leading-relaxed">
      <p>{shell.notLoaded}</p>
      <Button onClick={onRetry}>{shell.tryAgain}</Button>
    </div>
  );
}
