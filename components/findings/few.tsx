import { useState, type ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';

/** So many are shown at first: more would push aside what is said of others. */
const FEW = 2;

/** The first of a list, and the others when they are asked for. @param children what stands for each of them */
export function Few<T>({ of, children }: { of: readonly T[]; children: (each: T) => ReactNode }) {
  const { inFull } = useAllMessages();
  const [isOpen, setOpen] = useState(false);
  const more = of.length - FEW;
  return (
    <ul className="flex min-w-0 flex-col gap-1">
      {(isOpen ? of : of.slice(0, FEW)).map((each, nth) => (
        <li key={nth} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          {children(each)}
        </li>
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            aria-expanded={isOpen}
            className="cursor-pointer rounded text-focus hover:underline"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? inFull.fewer : inFull.more(more)}
          </button>
        </li>
      )}
    </ul>
  );
}
