import type { ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { inLegend, tintOf } from '@lib/select/container-colour';
import { toldInPod } from '@lib/model/container-names';
import { namesTold, refOf } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

/** Which colour is which container's; a click selects it. */
export function LensLegend({
  snapshot,
  whole,
  colours,
}: {
  snapshot: Snapshot;
  /** Without filters. */
  whole: Snapshot;
  colours: ReadonlyMap<ContainerKey, string>;
}) {
  const { lens, model } = useAllMessages();
  const select = useNsview((store) => store.select);
  const running = inLegend(snapshot, colours);
  // Boxes and tips name them.
  if (running === null) return null;
  const nameOf = namesTold(whole);
  const entries = [
    ...running.map(({ container, processes }) => ({
      ref: refOf(whole, container),
      name: lens.legendEntry(toldInPod(container, nameOf(container)), processes),
      colour: tintOf(colours, container) ?? 'var(--line-strong)',
    })),
    { ref: HOST, name: model.host, colour: 'var(--line-strong)' },
  ];
  return (
    <ul aria-label={lens.legend} className="flex shrink-0 flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {entries.map(({ ref, name, colour }) => (
        <li key={ref}>
          <button
            type="button"
            className="flex cursor-pointer items-center gap-1.5 rounded hover:underline"
            onClick={() => select({ kind: 'container', ref })}
          >
            <span aria-hidden className="size-2.5 rounded-full" style={{ background: colour }} />
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
