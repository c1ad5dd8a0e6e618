import { useMemo, type KeyboardEvent } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { ProjectHull } from '@lib/layout/drawn-hulls';
import { nameTold, refOf } from '@lib/model/container-ref';
import { containerKey } from '@lib/model/ids';
import { podOf } from '@lib/model/project';
import type { Snapshot } from '@lib/model/snapshot';
import { chosenIn } from '@lib/select/chosen';
import { standsForPod } from '@lib/sharing/pod';
import styles from './sharing.module.css';

interface PodGroundsProps {
  hulls: readonly ProjectHull[];
  snapshot: Snapshot;
}

/** The grounds of pods, to be pressed: each selects who stands for its pod. */
export function PodGrounds({ hulls, snapshot }: PodGroundsProps) {
  const words = useAllMessages().inspector.pod;
  const selection = useNsview((store) => store.viewState.select);
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  return hulls.map(({ key, project, path }) => {
    const members = snapshot.containers.filter((each) => podOf(each) === project);
    const holder = standsForPod(members);
    if (holder === null) return null;
    const asked = { kind: 'container', ref: refOf(snapshot, holder) } as const;
    const names = members.filter(({ role }) => role !== 'pause').map(({ name }) => name);
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
        tabIndex={0}
        aria-pressed={chosen.has(containerKey(holder))}
        aria-label={words.ground(project, names, nameTold(snapshot, holder))}
        data-pod-ground={project}
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
}
