import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import { limitAmount } from '@lib/facts/limit-amount';
import * as proof from '@lib/shell/proof';
import type { Process } from '@lib/model/process';
import type { Privileges } from '@lib/privileges/privileges';
import { Capabilities } from './capabilities';
import { Unknown } from './known';
import { NamespaceLink } from './links';
import { Fact, Section } from './section';

/** What a process may do: its capabilities, and what keeps them from it. */
export function May({ of }: { of: Privileges }) {
  const words = useAllMessages().privileges;
  const { pid, uids, gids } = of;
  const ids = (field: 'uids' | 'gids', value: Privileges['uids']) => (
    <Told of={of} field={field} value={value}>
      {({ real, effective, saved }) => words.ids(real, effective, saved)}
    </Told>
  );
  return (
    <Section title={words.may} commands={[proof.processRights(pid), proof.capabilitiesByName(pid)]}>
      <h4 className="text-[0.8125rem] text-dim">{words.capabilities}</h4>
      <Capabilities of={of} />
      <dl className="text-[0.8125rem]">
        <Fact label={words.seccomp}>
          <Told of={of} field="seccomp" value={of.seccomp}>
            {(mode) => <span data-seccomp={mode}>{words.seccompModes[mode]}</span>}
          </Told>
        </Fact>
        <Fact label={words.noNewPrivileges}>
          <Told of={of} field="noNewPrivileges" value={of.noNewPrivileges}>
            {(set) => <span data-no-new-privileges={set}>{words.noNewPrivilegesText(set)}</span>}
          </Told>
        </Fact>
        <Fact label={words.lsm} command={proof.securityLabel(pid)}>
          <OrNone of={of} field="lsm" value={of.lsm} none={words.noLabel} />
        </Fact>
        <Fact label={words.users}>{ids('uids', uids)}</Fact>
        <Fact label={words.groups}>{ids('gids', gids)}</Fact>
      </dl>
    </Section>
  );
}

/** What a process does now, and by what it could go into other namespaces. */
export function Doing({ of, process }: { of: Privileges; process: Process }) {
  const words = useAllMessages().privileges;
  const { pid, call } = of;
  const [name, wchan] = [typeof call === 'object' ? call?.name : null, of.wchan];
  return (
    <Section title={words.does}>
      <dl className="text-[0.8125rem]">
        <Fact label={words.call} command={proof.systemCall(pid)}>
          <span data-call={name ?? (typeof call === 'string' ? call : undefined)}>
            <Told of={of} field="call" value={call}>
              {(told) => <CallText of={of} call={told} kernelThread={process.kernelThread} />}
            </Told>
          </span>
          {process.threads > 1 && (
            <span className="block text-xs text-dim">{words.firstThread(process.threads)}</span>
          )}
        </Fact>
        <Fact label={words.wchan} command={proof.waitsIn(pid)}>
          <OrNone of={of} field="wchan" value={wchan} none={words.waitsNowhere} />
        </Fact>
        <Fact label={words.namespaceFiles} command={proof.namespaceFiles(pid)}>
          <Told of={of} field="namespaceFiles" value={of.namespaceFiles}>
            {(files) =>
              files.length === 0
                ? words.noneOf
                : files.map(({ fd, namespace }) => (
                    <span key={fd} className="block" data-namespace-file={fd}>
                      <NamespaceLink id={namespace} />{' '}
                      <span className="text-dim">{words.fd(fd)}</span>
                    </span>
                  ))
            }
          </Told>
        </Fact>
      </dl>
    </Section>
  );
}

function CallText({
  of,
  call,
  kernelThread,
}: {
  of: Privileges;
  call: NonNullable<Privileges['call']>;
  kernelThread: boolean;
}) {
  const words = useAllMessages().privileges;
  if (call === 'running') return words.running;
  if (call === 'none') return kernelThread ? words.noCallOfKernel : words.noCall;
  return (
    <>
      <Told of={of} field="call.name" value={call.name}>
        {(name) => <code className="font-mono">{name}</code>}
      </Told>{' '}
      <span className="text-xs text-dim">{words.number(call.number)}</span>
    </>
  );
}

/** getrlimit(2): how much of what it may have. */
export function ProcessLimits({ of }: { of: Privileges }) {
  const words = useAllMessages().privileges;
  const amount = (value: string, unit: string | null) => limitAmount(value, unit, words);
  return (
    <Section title={words.limits} commands={[proof.processLimits(of.pid)]}>
      <Told of={of} field="limits" value={of.limits}>
        {(limits) => (
          <details className="text-[0.8125rem]">
            <summary className="cursor-pointer py-1 text-dim">
              {words.limitsCount(limits.length)}
            </summary>
            <table className="w-full border-collapse [&_td]:py-1 [&_td]:pr-2 [&_th]:py-1 [&_th]:pr-2 [&_th]:text-left [&_th]:font-normal">
              <thead>
                <tr className="border-b border-line text-xs text-dim">
                  <th scope="col">{words.limitColumns.name}</th>
                  <th scope="col">{words.limitColumns.soft}</th>
                  <th scope="col">{words.limitColumns.hard}</th>
                </tr>
              </thead>
              <tbody>
                {limits.map(({ name, soft, hard, unit }) => (
                  <tr key={name} className="border-b border-line align-baseline" data-limit={name}>
                    <th scope="row">{name}</th>
                    <td>{amount(soft, unit)}</td>
                    <td>{amount(hard, unit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </Told>
    </Section>
  );
}

/** A fact of a process, or why it is not known. */
function Told<T>(props: {
  of: Privileges;
  field: string;
  value: T | null;
  children: (value: T) => ReactNode;
}) {
  const words = useAllMessages().privileges;
  const { of, field, value, children } = props;
  if (value !== null) return children(value);
  return <Unknown field={field}>{words.unknown(of.unreadable[field])}</Unknown>;
}

/** The same of what need not be there: null and no reason is that it is not. */
function OrNone(props: { of: Privileges; field: string; value: string | null; none: string }) {
  const { of, field, value, none } = props;
  if (value === null && of.unreadable[field] === undefined) return none;
  return (
    <Told of={of} field={field} value={value}>
      {(text) => <code className="font-mono [overflow-wrap:anywhere]">{text}</code>}
    </Told>
  );
}
