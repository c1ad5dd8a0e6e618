import { Fetched } from '../ui/fetched';
import { useToldShown } from '../store/shown';
import { useNsview } from '../store/store';
import { ABOUT } from './about';
import { ToldSnapshot } from './links';
import { Summary } from './summary';

/** About what is selected, else about the machine. Its parent scrolls; what goes on below fades out. */
export function Inspector() {
  const shown = useToldShown();
  const selection = useNsview((store) => store.viewState.select);
  return (
    <div className="flex min-h-full min-w-0 flex-col gap-5 bg-surface px-4.5 py-5">
      {shown !== null && (
        <ToldSnapshot value={shown.whole}>
          {selection === null ? (
            <Summary shown={shown} />
          ) : (
            <Fetched part={ABOUT}>
              {(About) => (
                // Facts are of the whole machine, whatever is filtered; the summary is of what is
                // shown. The key forgets what was opened for another selection.
                <About
                  key={JSON.stringify(selection)}
                  snapshot={shown.whole}
                  selection={selection}
                />
              )}
            </Fetched>
          )}
        </ToldSnapshot>
      )}
      <div
        aria-hidden
        className="pointer-events-none sticky bottom-0 mt-auto -mb-5 h-8 shrink-0 bg-linear-to-t from-surface to-transparent"
      />
    </div>
  );
}
