import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useAcknowledged } from '@components/store/acknowledged';
import { useAllFindings } from '@components/store/findings';
import { useAllMessages } from '@components/store/messages';
import { Button } from '@components/ui/button';
import type { DialogProps } from '@components/ui/dialog-button';
import { apart } from '@lib/findings/acknowledgement';
import { bySeverity } from '@lib/findings/by-severity';
import type { Findings } from '@lib/findings/finding';
import { ALL, chosenOf } from '@lib/report/choice';
import { AcknowledgedOnes } from './acknowledged-ones';
import { ChoiceForm } from './choice-form';
import { FindingGroup, FindingLines } from './finding-group';
import { LeftOpen } from './left-open';
import { NothingOpen } from './nothing-open';
import { SaveFindings } from './save-findings';
import { SeverityMark } from './severity-mark';

/** What should be said of all containers that run. It opens as soon as it is drawn. */
export function FindingsDialog({ onClose }: DialogProps) {
  const { findingList: words, inside } = useAllMessages();
  const asked = useAllFindings();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const leave = useCallback(() => dialog.current?.close(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      data-all-findings
      className="m-auto h-[94vh] max-h-[94vh] w-[min(80rem,96vw)] max-w-none flex-col overflow-hidden rounded-xl border border-line-strong bg-surface text-sm text-text shadow-2xl backdrop:bg-black/50 open:flex"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="flex items-center justify-between gap-4 px-4 pt-3 pb-1">
        <h2 className="text-lg font-bold">{words.title}</h2>
        <Button onClick={leave}>{words.close}</Button>
      </div>
      {asked.is === 'answered' ? (
        <Told told={asked.answer} onLeave={leave} />
      ) : (
        <p role="status" className={`p-4 ${asked.is === 'refused' ? 'text-warn' : 'text-dim'}`}>
          {asked.is === 'refused' ? inside.refused(asked.code) : inside.asked}
        </p>
      )}
    </dialog>
  );
}

function Told({ told, onLeave }: { told: Findings; onLeave: () => void }) {
  const messages = useAllMessages();
  const words = messages.findingList;
  const { of: known } = useAcknowledged();
  const [choice, setChoice] = useState(ALL);
  const wanted = useDeferredValue(choice);
  const chosen = useMemo(() => chosenOf(told, wanted, messages), [told, wanted, messages]);
  const { open, acknowledged } = useMemo(() => apart(chosen.findings, known), [chosen, known]);
  return (
    <>
      <div className="flex flex-col gap-2 border-b border-line px-4 pb-3">
        <p role="status" className="text-dim">
          {words.sum(open.length, acknowledged.length, told.findings.length)}
        </p>
        <ChoiceForm told={told} choice={choice} onChoose={setChoice} />
      </div>
      <div data-findings={open.length} tabIndex={-1} className="@container flex-1 overflow-y-auto">
        {bySeverity(open).map(({ severity, findings }) => (
          <FindingGroup
            key={severity}
            heading={<SeverityMark of={severity} count={findings.length} />}
            {...{ findings, onLeave }}
          />
        ))}
        <NothingOpen told={told} open={open.length} acknowledged={acknowledged.length} />
        <AcknowledgedOnes count={acknowledged.length}>
          <FindingLines findings={acknowledged} isAcknowledged onLeave={onLeave} />
        </AcknowledgedOnes>
        <LeftOpen told={chosen} isNamed />
      </div>
      <div className="border-t border-line px-4 py-2.5">
        <SaveFindings told={told} />
      </div>
    </>
  );
}
