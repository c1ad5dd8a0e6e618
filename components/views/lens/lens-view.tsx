import { useMemo, useRef, useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import { lensBoxes, type LensBox } from '@lib/layout/lens/lens-boxes';
import { layOutLens } from '@lib/layout/lens/lens-layout';
import { perType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { containerColours } from '@lib/select/container-colour';
import { useShortcuts } from '@components/canvas/use-shortcuts';
import { useSize } from '@components/canvas/use-size';
import { useAllMessages } from '../../store/messages';
import { useShown } from '../../store/shown';
import { useNsview } from '../../store/store';
import { FocusTip } from '../../ui/focus-tip';
import { ThereIsMore, useOverflow } from '../../ui/there-is-more';
import { NumbersLine } from '../processes/numbers-line';
import { LensLegend } from './lens-legend';
import { LensPicture } from './lens-picture';

/** In projector mode all is as large as if the canvas were so many pixels wide, and by a quarter at least. */
const BACK_ROW = { width: 760, least: 1.25 };

/** One type of namespaces at a time: a box for each, the processes in it as dots. Fills its parent. */
export function LensView() {
  const shown = useShown();
  const { lens } = useAllMessages();
  if (shown === null) return <p className="p-7 text-dim">{lens.waiting}</p>;
  return <Lens snapshot={shown.snapshot} whole={shown.whole} />;
}

interface LensProps {
  snapshot: Snapshot;
  /** The snapshot without filters. */
  whole: Snapshot;
}

function Lens({ snapshot, whole }: LensProps) {
  const { lens } = useAllMessages();
  const type = useNsview((store) => store.viewState.lens);
  const show = useNsview((store) => store.show);
  const frame = useRef<HTMLDivElement>(null);
  const projector = useNsview((store) => store.viewState.projector);
  const content = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const zoom =
    projector && size !== null ? Math.max(BACK_ROW.least, size.width / BACK_ROW.width) : 1;
  const { overflow, measure } = useOverflow(frame, content);
  const [opened, setOpened] = useState<ReadonlySet<LensBox['key']>>(new Set());
  const colours = useMemo(() => containerColours(whole), [whole]);
  const layout = useMemo(() => {
    if (size === null) return null;
    const room = { width: size.width / zoom, height: size.height / zoom };
    return layOutLens(lensBoxes(snapshot, type, opened), room);
  }, [snapshot, type, opened, size, zoom]);
  useShortcuts(
    KEYS.lens.lens,
    perType((each) => () => show({ lens: each })),
  );
  const toggle = (key: LensBox['key']) =>
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <div className="relative flex h-full min-h-0 flex-col gap-3 px-7 pt-5 pb-2">
      <FocusTip />
      <header>
        <h2 className="text-base font-semibold">{lens.titles[type]}</h2>
        <p className="mt-1 text-sm text-dim">{lens.leads[type]}</p>
      </header>
      <div className="relative -mx-1 flex min-h-48 flex-1 flex-col">
        <div
          ref={frame}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-1"
          onScroll={measure}
        >
          <div ref={content}>
            {layout !== null && (
              <LensPicture
                snapshot={snapshot}
                total={whole.processes.length}
                type={type}
                layout={layout}
                zoom={zoom}
                colours={colours}
                onToggle={toggle}
              />
            )}
          </div>
        </div>
        <ThereIsMore overflow={overflow} />
      </div>
      <p className="shrink-0 rounded-lg border border-line bg-raised px-4 py-1.5 text-center text-sm font-semibold">
        {lens.kernel(snapshot.host.kernel)}
      </p>
      <LensLegend snapshot={snapshot} colours={colours} />
      <NumbersLine snapshot={whole} colours={colours} hint={lens.hint} />
    </div>
  );
}
