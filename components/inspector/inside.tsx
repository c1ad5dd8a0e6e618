import type { ReactNode } from 'react';
import { Part } from '@components/parts/part';
import { useInside } from '@components/store/insides';
import { useAllMessages, withAllMessages } from '@components/store/messages';
import { WhenThere } from '@components/ui/fetched';
import * as proof from '@lib/shell/proof';
import { clockOf } from '@lib/inside/clock';
import type { Inside } from '@lib/inside/inside';
import { endingOf, type PidInside } from '@lib/inside/pid';
import { containerKey, type NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { Queues, Segments, Semaphores, ShmMount } from './inside-ipc';
import { MntFacts } from './inside-mnt';
import { NetFacts } from './inside-net';
import { Known } from './known';
import { ContainerLink, Parts } from './links';
import { Fact, Section } from './section';

/** No reader is there to be let into the namespaces of a recording. */
const MAY_ENTER = new Part(
  withAllMessages(async () => (await import('@components/reader/may-enter')).MayEnter),
);

/** What a namespace isolates, asked while one looks. */
export function InsideSection({ snapshot, id }: { snapshot: Snapshot; id: NamespaceId }) {
  const words = useAllMessages().inside;
  const asked = useInside(id);
  return (
    <Section title={words.heading}>
      {asked.is === 'asked' && <p className="text-sm text-dim">{words.asked}</p>}
      {asked.is === 'refused' && <p className="text-sm text-dim">{words.refused(asked.code)}</p>}
      {asked.is === 'answered' && (
        <>
          <dl className="text-[0.8125rem]" data-inside={asked.answer.type}>
            <Facts of={asked.answer} snapshot={snapshot} />
          </dl>
          <WhenThere part={MAY_ENTER}>
            {(MayEnter) => <MayEnter unreadable={asked.answer.unreadable} />}
          </WhenThere>
        </>
      )}
    </Section>
  );
}

function Facts({ of, snapshot }: { of: Inside; snapshot: Snapshot }) {
  const words = useAllMessages().inside;
  const fact = <T,>(field: string, value: T | null, say: (value: T) => ReactNode) => (
    <Known field={field} value={value} unreadable={of.unreadable}>
      {say}
    </Known>
  );
  const pid = of.through?.replace(/^pid /, '') ?? null;
  const through = (command: (pid: number) => string) =>
    pid === null ? null : command(Number(pid));
  switch (of.type) {
    case 'pid':
      return (
        <>
          <Fact label={words.init} command={of.init === null ? null : proof.processStatus(of.init)}>
            {fact('init', of.init, (init) => (
              <span title={words.initWhy}>
                <span className="font-mono">{init}</span>{' '}
                {snapshot.processes.find((each) => each.pid === init)?.comm}
              </span>
            ))}
          </Fact>
          <Fact label={words.levels}>{fact('levels', of.levels, words.levelsText)}</Fact>
          <Fact label={words.endsWith}>
            {fact('endsWith', of.endsWith, (refs) =>
              refs.length === 0 ? words.nobody : <Ending told={of} snapshot={snapshot} />,
            )}
          </Fact>
        </>
      );
    case 'user':
      return (
        <>
          <Fact label={words.setgroups} command={through(proof.setgroups)}>
            {fact('setgroups', of.setgroups, (told) => words.setgroupsText[told])}
          </Fact>
          <Fact label={words.namesInside} command={through(proof.namesInside)}>
            {fact('names.inside', of.names.inside, words.names)}
          </Fact>
          <Fact label={words.namesOutside} command="cat /etc/passwd">
            {fact('names.outside', of.names.outside, words.names)}
          </Fact>
        </>
      );
    case 'net':
      return <NetFacts of={of} command={through} />;
    case 'mnt':
      return <MntFacts of={of} snapshot={snapshot} command={through(proof.mountsInside)} />;
    case 'ipc':
      return (
        <>
          <Fact label={words.segments} command={through(proof.ipcInside)}>
            {fact('segments', of.segments, (segments) => (
              <Segments of={segments} />
            ))}
          </Fact>
          <Fact label={words.semaphores} command={through(proof.ipcInside)}>
            {fact('semaphores', of.semaphores, (sets) => (
              <Semaphores of={sets} />
            ))}
          </Fact>
          <Fact label={words.queues} command={through(proof.ipcInside)}>
            {fact('queues', of.queues, (queues) => (
              <Queues of={queues} />
            ))}
          </Fact>
          <Fact label={words.shmMount} command={through(proof.shmMount)}>
            {of.shmMount === null && of.unreadable.shmMount === undefined
              ? words.noObjects
              : fact('shmMount', of.shmMount, (mount) => <ShmMount of={mount} />)}
          </Fact>
        </>
      );
    case 'uts':
      return (
        <>
          <Fact label={words.hostname} command={through(proof.hostnameInside)}>
            {fact('hostname', of.hostname, (name) => (
              <code className="font-mono">{name}</code>
            ))}
          </Fact>
          <Fact label={words.domainname}>
            {fact('domainname', of.domainname, (name) => (
              <code className="font-mono">{name}</code>
            ))}
          </Fact>
        </>
      );
    case 'cgroup':
      return (
        <Fact label={words.root} command={through(proof.cgroupMounts)}>
          {fact('root', of.root, (root) => (
            <code title={words.rootWhy} className="font-mono">
              {root}
            </code>
          ))}
        </Fact>
      );
    case 'time':
      return (
        <>
          <Fact label={words.boottime} command={through(proof.timeOffsets)}>
            {fact('boottimeNs', of.boottimeNs, (told) => words.clock(clockOf(told)))}
          </Fact>
          <Fact label={words.monotonic} command={through(proof.timeOffsets)}>
            {fact('monotonicNs', of.monotonicNs, (told) => words.clock(clockOf(told)))}
          </Fact>
        </>
      );
  }
}

function Ending({ told, snapshot }: { told: PidInside; snapshot: Snapshot }) {
  const words = useAllMessages().inside;
  const { others } = endingOf(told, snapshot);
  const links = (others ?? []).map((each) => (
    <ContainerLink key={containerKey(each)} container={each} />
  ));
  return <Parts parts={words.ends<ReactNode>(links)} />;
}
