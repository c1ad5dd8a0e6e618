import { useAllMessages } from '@components/store/messages';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { refOf } from '@lib/model/container-ref';
import { ReachForm } from './reach-form';
import { ReachWay } from './reach-way';
import { Section } from './section';

/** Whether two containers get through to each other, each way, and by what way. */
export function ReachSection({
  snapshot,
  pair,
}: {
  snapshot: Snapshot;
  pair: readonly [Container, Container];
}) {
  const words = useAllMessages().reach;
  const [first, second] = pair.map((each) => refOf(snapshot, each));
  if (first === undefined || second === undefined) return null;
  return (
    <Section title={words.heading}>
      <ReachForm>
        <ReachWay snapshot={snapshot} from={first} to={second} />
        <ReachWay snapshot={snapshot} from={second} to={first} />
      </ReachForm>
      <p className="text-xs text-dim">{words.noPacket}</p>
    </Section>
  );
}
