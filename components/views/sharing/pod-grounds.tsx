import { memo, useMemo, type KeyboardEvent } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { ProjectHull } from '@lib/layout/drawn-hulls';
import type { Snapshot } from '@lib/model/snapshot';
import { podGrounds } from '@lib/scene/pod-grounds';
import { chosenIn } from '@lib/select/chosen';
import styles from './sharing.module.css';

interface PodGroundsProps {
  /** Of pods alone; the very same while none of them is another. */
  hulls: readonly ProjectHull[];
  snapshot: Snapshot;
}

/** The grounds of pods, to be pressed: each selects who stands for its pod. Where one points changes nothing of them. */
export const PodGrounds = memo(function PodGrounds({ hulls, snapshot }: PodGroundsProps) {
  const words = useAllMessages().inspector.pod;
  const selection = useNsview((store) => store.viewState.select);
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  const grounds = useMemo(() => podGrounds(hulls, snapshot), [hulls, snapshot]);
  return grounds.map(({ key, path, pod, holder, ref, called, names, isFirst }) => {
    const asked = { kind: 'container', ref } as const;
    const onKeyDown = (event: KeyboardEvent) => {
      // With Shift as well: a whole pod is compared with nothing.
      const { choose: one, compare } = KEYS.everywhere;
      if (actionOf({ ...one, ...compare }, strokeOf(event)) === null) return;
      event.preventDefault();
      event.stopPropagation();
      choose(asked);
    };
    return (
      <g
        key={key}
        className={styles.podGround}
        role="button"
        // Its other islands are for hands alone: keys and ears have been there already.
        tabIndex={isFirst ? 0 : undefined}
        aria-hidden={!isFirst}
        aria-pressed={chosen.has(holder)}
        aria-label={words.ground(pod, names, called)}
        data-pod-ground={pod}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          event.stopPropagation();
          select(asked);
        }}
      >
        <path d={path} />
      </g>
    );
  });
});
