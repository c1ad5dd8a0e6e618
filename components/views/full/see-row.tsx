import { memo, useId, useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import { Marks } from '@components/canvas/marks';
import { HowButton, HowCommands } from '@components/inspector/how';
import { ContainerLink, NamespaceLink, Parts } from '@components/inspector/links';
import { useAllMessages } from '@components/store/messages';
import type { NamespaceFact } from '@lib/facts/container';
import type { CanSee } from '@lib/facts/sight/can-see';
import type { Part } from '@lib/facts/sight/sight';
import { TYPE_LETTERS } from '@lib/layout/ring';
import { containerKey, inodeOf, kernelName } from '@lib/model/ids';
import type { Mark } from '@lib/scene/mark';
import { SEE_SIZE } from '@lib/scene/see/see-size';
import type { SeeRole } from '@lib/scene/see/see-role';
import { shortIds } from './short-ids';
import styles from './full.module.css';

export interface SeeRowProps {
  fact: NamespaceFact;
  seen: CanSee;
  picture: readonly Mark<SeeRole>[];
}

/** A namespace: whose it is, what is seen by it in two lines and a small picture, its id, the command that shows it. */
export const SeeRow = memo(function SeeRow({ fact, seen, picture }: SeeRowProps) {
  const { type, id, sharing, proof } = fact;
  const [open, setOpen] = useState(false);
  const opened = useId();
  return (
    <li data-see={type} data-hue={type} data-sharing={sharing} data-namespace={id ?? undefined}>
      <div className={styles.row}>
        <span aria-hidden className={styles.tile} data-sharing={sharing}>
          {sharing === 'unknown' ? '?' : TYPE_LETTERS[type]}
        </span>
        <div className="min-w-0 leading-tight">
          <h4 className="font-semibold">{type}</h4>
          <p className="text-[0.857rem] text-dim [overflow-wrap:anywhere]">
            <Whose fact={fact} />
          </p>
        </div>
        <Lines seen={seen} />
        <div className={styles.pictured}>
          <svg
            aria-hidden
            viewBox={`0 0 ${SEE_SIZE.width} ${SEE_SIZE.height}`}
            className={styles.picture}
          >
            <Marks of={picture} styles={styles} />
          </svg>
          {id !== null && (
            <span className={`${styles.inode} text-[0.857rem]`}>
              <NamespaceLink id={id}>{inodeOf(id)}</NamespaceLink>
            </span>
          )}
        </div>
        <span className={`${styles.id} text-[0.857rem]`}>
          {id !== null && <NamespaceLink id={id} />}
        </span>
        <span className="justify-self-end">
          {proof !== null && (
            <HowButton
              fact={id === null ? type : kernelName(id)}
              open={open}
              controls={opened}
              onToggle={() => setOpen(!open)}
            />
          )}
        </span>
      </div>
      <div id={opened} hidden={!open} className="px-4">
        {open && proof !== null && <HowCommands commands={[proof]} />}
      </div>
    </li>
  );
});

function Whose({ fact }: { fact: NamespaceFact }) {
  const { inFull, inspector } = useAllMessages();
  const { sharing, sharers, broken, type } = fact;
  if (broken !== null) {
    return (
      <span className="text-warn" data-broken-join={type}>
        <Parts
          parts={inspector.container.broken(
            <ContainerLink key="donor" container={broken.donor} />,
            broken.restarted,
          )}
        />
      </span>
    );
  }
  if (sharing !== 'shared') {
    const isUnsure = sharing === 'unknown';
    return <span className={isUnsure ? 'text-warn' : ''}>{inFull.sharing[sharing]}</span>;
  }
  const links = sharers.map((each) => <ContainerLink key={containerKey(each)} container={each} />);
  return (
    <span className="text-[color:var(--hue-text)]">
      <Parts parts={inFull.sharedWith(links)} />
    </span>
  );
}

function Lines({ seen }: { seen: CanSee }) {
  const { inside } = useAllMessages();
  const { headline, detail, isBad, warnings, unknown, waiting } = seen;
  if (waiting) return <p className="text-dim">{inside.asked}</p>;
  return (
    <div className="min-w-0 leading-snug [overflow-wrap:anywhere]">
      {headline.length > 0 && (
        <p className={`font-semibold ${isBad === true ? 'text-bad' : ''}`} data-headline>
          <Told parts={headline} />
        </p>
      )}
      {detail.length > 0 && (
        <p className="text-[0.9rem] text-dim" data-detail>
          <Told parts={detail} />
        </p>
      )}
      {unknown !== null && (
        <p className="text-warn" data-unreadable>
          <span aria-hidden>? </span>
          {unknown}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="flex gap-1.5 text-[0.9rem] text-bad">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {warning}
        </p>
      ))}
    </div>
  );
}

/** Words, and what is read letter by letter. */
function Told({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <code key={index} className="font-mono" title={part.code}>
        {shortIds(part.code)}
      </code>
    ),
  );
}
