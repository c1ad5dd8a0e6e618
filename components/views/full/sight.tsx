import { Eye } from 'lucide-react';
import { useMemo } from 'react';
import { useNow } from '@components/inspector/use-now';
import { useAsking, useInsides } from '@components/store/insides';
import { useAllMessages } from '@components/store/messages';
import { canSee } from '@lib/facts/sight/can-see';
import type { ContainerFacts } from '@lib/facts/container';
import { isNamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { ASKED } from '@lib/protocol/asked';
import { seePicture } from '@lib/scene/see/see-picture';
import { containerColours } from '@lib/select/container-colour';
import { Panel } from './panel';
import { SeeRow, type SeeRowProps } from './see-row';
import { useAtRestWhile } from './use-at-rest';
import styles from './full.module.css';

/** What a container can see: a row for each of its namespaces. */
export function Sight({ snapshot, facts }: { snapshot: Snapshot; facts: ContainerFacts }) {
  const messages = useAllMessages();
  const { inFull } = messages;
  const now = useNow();
  const wanted = facts.namespaces.flatMap(({ id }) => id ?? []).join(' ');
  // The same namespaces in another snapshot are no reason to draw or ask anew.
  const ids = useMemo(() => wanted.split(' ').filter(isNamespaceId), [wanted]);
  const insides = useInsides(null, ids);
  const isAsking = useAsking(null, ids, insides);
  useAtRestWhile(!isAsking);
  const colours = useMemo(() => containerColours(snapshot), [snapshot]);
  // What it sees can be all of a large machine: nothing is worked out anew that nothing has changed of.
  const rows = useMemo(
    () =>
      facts.namespaces.map((fact): SeeRowProps => {
        const { container, sees } = facts;
        const asked = (fact.id === null ? null : insides.get(fact.id)) ?? ASKED;
        const inside = asked.is === 'answered' ? asked.answer : null;
        const of = { snapshot, container, sees: sees ?? [] };
        return {
          fact,
          seen: canSee({ ...of, fact, now, messages }, asked),
          picture: fact.id === null ? [] : seePicture({ ...of, type: fact.type, inside, colours }),
        };
      }),
    [snapshot, facts, insides, now, messages, colours],
  );
  return (
    <Panel title={inFull.see} by={inFull.seeBy} icon={<Eye aria-hidden />} legend={<Legend />}>
      <ul className={`${styles.rows} ${styles.filled}`}>
        {rows.map((row) => (
          <SeeRow key={row.fact.type} {...row} />
        ))}
      </ul>
    </Panel>
  );
}

/** How the letters' tiles are to be read. */
function Legend() {
  const { inFull } = useAllMessages();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-dim">
      {(['shared', 'own', 'host'] as const).map((sharing) => (
        <li key={sharing} className="flex items-center gap-1.5">
          <span aria-hidden data-hue="pid" data-sharing={sharing} className={styles.sample} />
          {inFull.legend[sharing]}
        </li>
      ))}
    </ul>
  );
}
