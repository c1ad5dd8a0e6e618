import { GROUPINGS, type Grouping, type MatrixOrder } from '@lib/view-state/matrix-choices';
import { PauseButton } from '../../filters/pause-button';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

const SEGMENT =
  'rounded-md px-2.5 py-0.5 text-dim hover:text-text aria-pressed:bg-selected aria-pressed:font-semibold aria-pressed:text-text';

/** What rows are grouped by, and by what they are sorted where no column says so. */
export function MatrixOptions({ grouping }: { grouping: Grouping }) {
  const { matrix } = useAllMessages();
  const order = useNsview((store) => store.viewState.order);
  const show = useNsview((store) => store.show);
  const orders: [MatrixOrder, string][] = [
    ['name', matrix.byName],
    ['start', matrix.byStart],
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      <PauseButton />
      <Segments label={matrix.groupLabel}>
        {GROUPINGS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === grouping}
            className={SEGMENT}
            onClick={() => show({ grouping: each })}
          >
            {matrix.groupings[each]}
          </button>
        ))}
      </Segments>
      <Segments label={matrix.sortLabel}>
        {orders.map(([each, name]) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === order}
            className={SEGMENT}
            onClick={() => show({ order: each })}
          >
            {name}
          </button>
        ))}
      </Segments>
    </div>
  );
}

function Segments({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex items-center gap-2">
      <span aria-hidden className="text-xs text-dim">
        {label}
      </span>
      <span className="flex rounded-lg border border-line p-0.5">{children}</span>
    </div>
  );
}
