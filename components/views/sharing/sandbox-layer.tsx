import { useCallback, useLayoutEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useShownSandboxes } from '@components/store/shown-sandboxes';
import { useNsview } from '@components/store/store';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { Detail } from '@lib/layout/detail';
import type { Box, Point } from '@lib/layout/geometry';
import { sandboxBox } from '@lib/layout/sandbox-places';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { sandboxScene } from '@lib/scene/sandbox-scene';
import { sharingsOf } from '@lib/scene/sandbox-thing';
import { parseSelection } from '@lib/view-state/selection';
import type { Beside } from './beside';
import type { Picture } from './picture';
import { SandboxLegend } from './sandbox-legend';
import { letGoOf, movedByHand, stoodAfter, type Around } from './stood';
import { PictureBundle, PictureThing } from './thing';
import { useAsked } from './use-asked';

interface SandboxLayerProps {
  snapshot: Snapshot;
  picture: Picture;
  types: readonly NamespaceType[];
  detail: Detail;
  /** The room of what is gone. */
  gone: readonly Box[];
  /** Is it tied to nothing of what is pointed at? */
  faded: (key: string) => boolean;
  /** Told where they stand; null once they are not drawn any more. */
  onStand: (beside: Beside | null) => void;
}

/** The sandboxes, in the picture of what containers share. */
export function SandboxLayer(props: SandboxLayerProps) {
  const { snapshot, picture, types, detail, gone, faded, onStand } = props;
  const messages = useAllMessages();
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const show = useNsview((store) => store.show);
  const shown = useShownSandboxes(snapshot);
  const { graph, layout } = picture;
  const { standing, pinned, onMove, onLetGo } = useStanding({ shown, picture, gone });
  const asked = useAsked(shown);
  const scene = useMemo(
    () =>
      shown === null
        ? null
        : sandboxScene({
            ...{ shown, standing, pinned, graph, layout, types, detail, complete: false, messages },
          }),
    [shown, standing, pinned, graph, layout, types, detail, messages],
  );
  // Before the next key comes: by what is told here it is asked whether one is pinned.
  useLayoutEffect(() => {
    if (scene === null || shown === null) return onStand(null);
    onStand({
      places: standing,
      boxes: [...standing.values()].map(sandboxBox),
      ties: scene.ties,
      legend: shown.sandboxes.length === 0 ? null : <SandboxLegend />,
      present: sharingsOf(shown),
      asked: asked.current,
      ...{ pins: pinned, onMove, onLetGo },
    });
  }, [standing, pinned, scene, shown, asked, onStand, onMove, onLetGo]);
  useLayoutEffect(() => () => onStand(null), [onStand]);
  if (scene === null) return null;

  /** @returns was it something of these? */
  const press = (target: EventTarget, one: typeof select): boolean => {
    if (!(target instanceof Element)) return false;
    if (target.closest('[data-folded-sandboxes]') !== null) {
      show({ sandboxes: shown?.fold?.open === true ? 'folded' : 'all' });
      return true;
    }
    const pid = target.closest('[data-sandbox]')?.getAttribute('data-sandbox') ?? null;
    if (pid !== null) one(parseSelection(`sandbox:${pid}`));
    return pid !== null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // With Shift as well: nothing is compared with one.
    const { choose: one, compare } = KEYS.everywhere;
    if (actionOf({ ...one, ...compare }, strokeOf(event)) === null) return;
    if (!press(event.target, choose)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (press(event.target, select)) event.stopPropagation();
      }}
    >
      <g role="listbox" aria-label={messages.sandboxes.title}>
        {scene.things.map((thing) => (
          <PictureThing key={thing.identity} thing={thing} faded={faded(thing.key)} />
        ))}
      </g>
      {scene.fold !== null && <PictureBundle thing={scene.fold} faded={faded(scene.fold.key)} />}
    </g>
  );
}

/** Where each stands, remembered while they are not drawn, and how a person puts one elsewhere. */
function useStanding(now: Around) {
  const [known, setKnown] = useState(() => stoodAfter(null, now));
  const { shown, picture, gone } = now;
  const isNews = known.shown !== shown || known.picture !== picture || known.gone !== gone;
  const next = isNews ? stoodAfter(known, now) : known;
  if (isNews) setKnown(next);
  const { places, moved } = next;
  return {
    standing: places,
    pinned: useMemo(() => new Set(moved.keys()), [moved]),
    onMove: useCallback((key: string, to: (place: Point) => Point) => {
      setKnown((stood) => movedByHand(stood, key, to));
    }, []),
    onLetGo: useCallback((key: string) => setKnown((stood) => letGoOf(stood, key)), []),
  };
}
