import { useEffect, useId, useRef } from 'react';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import type { DialogProps } from '../ui/dialog-button';
import { QrCode } from './qr-code';
import { lead, leave, useStaging } from './staging';

/** Who leads, who follows, and the link for those who want to. */
export function PresentDialog({ onClose }: DialogProps) {
  const { present } = useAllMessages();
  const stage = useStaging((store) => store.stage);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
      className="m-auto max-h-[94dvh] w-[min(46rem,96vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-6 text-text shadow-2xl backdrop:bg-black/50"
    >
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id={id} className="text-lg font-bold">
          {present.title}
        </h2>
        <Button onClick={() => dialog.current?.close()}>{present.close}</Button>
      </div>
      {stage !== null && (
        <div className="flex flex-wrap items-start gap-6">
          <div className="w-[min(22rem,60dvh,100%)] shrink-0">
            <QrCode text={stage.link} label={present.code} />
          </div>
          <div className="flex min-w-48 flex-1 flex-col gap-4 leading-relaxed">
            <p>{present.how}</p>
            <div aria-label={present.link} role="group" className="text-xs break-all">
              <CommandLine command={stage.link} />
            </div>
            <p data-followers={stage.followers} className="text-lg font-semibold">
              {present.followers(stage.followers, stage.away)}
            </p>
            <p role="status" className="text-dim">
              {present[stage.leads]}
            </p>
            {stage.leads === 'nobody' && (
              <Button main onClick={lead}>
                {present.start}
              </Button>
            )}
            {stage.leads === 'you' && <Button onClick={leave}>{present.leave}</Button>}
          </div>
        </div>
      )}
    </dialog>
  );
}
