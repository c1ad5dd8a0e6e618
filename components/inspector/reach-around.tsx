import { useInside } from '@components/store/insides';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { Button } from '@components/ui/button';
import { reachablePorts } from '@lib/facts/reach';
import type { Container } from '@lib/model/container';
import { HOST } from '@lib/model/host-word';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { OUTSIDE } from '@lib/reach/endpoint';
import { refOf } from '@lib/model/container-ref';
import { DEFAULT_REACH, formatReach } from '@lib/view-state/reach-state';
import { ReachForm } from './reach-form';
import { ReachWay } from './reach-way';
import { Section } from './section';

/** Whether a container is reached from outside and from the host, and reaches them: once that is asked for. */
export function ReachAround({ snapshot, container }: { snapshot: Snapshot; container: Container }) {
  const words = useAllMessages().reach;
  const show = useNsview((store) => store.show);
  const isAsked = useNsview((store) => store.viewState.reach !== null);
  const { net } = container.namespaces;
  const ref = refOf(snapshot, container);
  const ends = [OUTSIDE, HOST].flatMap((end) => [
    { from: end, to: ref },
    { from: ref, to: end },
  ]);
  return (
    <Section title={words.around}>
      <div className="flex items-center justify-between gap-3 text-sm">
        <p className="text-dim">{words.aroundLead}</p>
        <Button
          aria-expanded={isAsked}
          onClick={() => show({ reach: isAsked ? null : DEFAULT_REACH })}
        >
          {isAsked ? words.fold : words.workOut}
        </Button>
      </div>
      {isAsked && (
        <>
          <ReachForm offers={net !== null && <Ports id={net} container={container} />}>
            {ends.map(({ from, to }) => (
              <ReachWay key={`${from} ${to}`} {...{ snapshot, from, to }} />
            ))}
          </ReachForm>
          <p className="text-xs text-dim">{words.noPacket}</p>
        </>
      )}
    </Section>
  );
}

/** Its ports, published or listened at: each can be asked about. */
function Ports({ id, container }: { id: NamespaceId; container: Container }) {
  const words = useAllMessages().reach;
  const show = useNsview((store) => store.show);
  const state = useNsview((store) => store.viewState.reach) ?? DEFAULT_REACH;
  const asked = useInside(id);
  const inside = asked.is === 'answered' && asked.answer.type === 'net' ? asked.answer : null;
  const ports = reachablePorts(container.ports ?? [], inside?.listening ?? []);
  if (ports.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-dim">
      {words.itsPorts}
      {ports.map((each) => (
        <button
          key={formatReach(each)}
          type="button"
          aria-pressed={formatReach(each) === formatReach(state)}
          className="cursor-pointer rounded-md border border-line px-1.5 font-mono text-[0.8125rem] text-text hover:bg-raised aria-pressed:border-focus aria-pressed:bg-selected"
          // Also where it is asked already: then what was typed is given up.
          onClick={() => show({ reach: { ...each } })}
        >
          {formatReach(each)}
        </button>
      ))}
    </p>
  );
}
