import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useShownSandboxes } from '@components/store/shown-sandboxes';
import { useNsview } from '@components/store/store';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { Detail } from '@lib/layout/detail';
import type { Point } from '@lib/layout/geometry';
import { sandboxBox } from '@lib/layout/sandbox-places';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { sandboxScene, standingSandboxes } from '@lib/scene/sandbox-scene';
import { parseSelection } from '@lib/view-state/view-state';
import type { Beside } from './beside';
import type { Picture } from './picture';
import { PictureBundle, PictureThing } from './thing';

interface SandboxLayerProps {
  snapshot: Snapshot;
  picture: Picture;
  types: readonly NamespaceType[];
  detail: Detail;
  /** Is it tied to nothing of what is pointed at? */
  faded: (key: string) => boolean;
  /** Told where they stand; null once they are not drawn any more. */
  onStand: (beside: Beside | null) => void;
}

/** The sandboxes, in the picture of what containers share. */
export function SandboxLayer(props: SandboxLayerProps) {
  const { snapshot, picture, types, detail, faded, onStand } = props;
  const messages = useAllMessages();
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const show = useNsview((store) => store.show);
  const shown = useShownSandboxes(snapshot);
  const { graph, layout } = picture;
  const standing = useStanding(shown, picture);
  const scene = useMemo(
    () =>
      shown === null
        ? null
        : sandboxScene({
            ...{ shown, standing, graph, layout, types, detail, complete: false, messages },
          }),
    [shown, standing, graph, layout, types, detail, messages],
  );
  const isOpen = shown?.fold?.open === true;
  useEffect(() => {
    onStand({
      places: standing,
      boxes: [...standing.values()].map(sandboxBox),
      ties: scene?.ties ?? [],
      isOpen,
    });
  }, [standing, scene, isOpen, onStand]);
  useEffect(() => () => onStand(null), [onStand]);
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
    if (actionOf(KEYS.everywhere.choose, strokeOf(event)) === null) return;
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

/** What stood somewhere stays there, for as long as all of the picture is not placed anew. */
function useStanding(
  shown: ReturnType<typeof useShownSandboxes>,
  picture: Picture,
): ReadonlyMap<string, Point> {
  const found = (before: ReadonlyMap<string, Point>) =>
    shown === null ? before : standingSandboxes(shown, picture, before);
  const [known, setKnown] = useState(() => ({ shown, picture, standing: found(new Map()) }));
  if (known.shown === shown && known.picture === picture) return known.standing;
  const isAnew = known.picture.layout.window !== picture.layout.window;
  const standing = found(isAnew ? new Map() : known.standing);
  setKnown({ shown, picture, standing });
  return standing;
}
