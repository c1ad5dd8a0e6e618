import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Matrix } from '@lib/matrix/matrix';
import type { NamespaceType } from '@lib/model/namespace-type';
import { TypeDot } from '../../inspector/links';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useNsview } from '../../store/store';

interface MatrixHeaderProps {
  types: readonly NamespaceType[];
  counts: Matrix['counts'];
  columns: string;
  /** The host's row stays in sight with the names of the columns. */
  host: ReactNode;
}

/** The types, how many rows of each column are shared or the host's, and by which one rows are sorted. */
export function MatrixHeader({ types, counts, columns, host }: MatrixHeaderProps) {
  const { matrix } = useAllMessages();
  const isTaught = useIsProjectedLesson();
  const order = useNsview((store) => store.viewState.order);
  const show = useNsview((store) => store.show);
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-ground pb-1">
      <div
        role="row"
        aria-rowindex={1}
        className="grid items-end gap-x-2 px-2 pb-1.5"
        style={{ gridTemplateColumns: columns }}
      >
        <span
          role="columnheader"
          aria-colindex={1}
          className={`text-xs text-dim ${isTaught ? '' : 'pl-4'}`}
        >
          {matrix.container}
        </span>
        {types.map((type, index) => {
          const sorted = order === type;
          return (
            <div
              key={type}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={sorted ? 'ascending' : 'none'}
              className="min-w-0 text-center"
            >
              <button
                type="button"
                title={matrix.sortByType(type)}
                className="inline-flex max-w-full cursor-pointer items-center gap-1.5 rounded font-semibold hover:underline"
                onClick={() => show({ order: sorted ? 'name' : type })}
              >
                {!isTaught && <TypeDot type={type} />}
                {type}
                {sorted && <ArrowDown aria-hidden className="size-3.5" />}
              </button>
              {!isTaught && (
                <div className="text-xs leading-snug text-dim">
                  {matrix.counts(counts[type]).map((count) => (
                    <div key={count}>{count}</div>
                  ))}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {host}
    </div>
  );
}
