import { useRef } from 'react';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import { Dialog } from '../ui/dialog';
import type { DialogProps } from '../ui/dialog-button';
import { QrCode } from './qr-code';
import { lead, leave, useStaging } from './staging';

/** Who leads, who follows, and the link for those who want to. */
export function PresentDialog({ onClose }: DialogProps) {
  const { present } = useAllMessages();
  const stage = useStaging((store) => store.stage);
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      ref={dialog}
      title={present.title}
      close={present.close}
      className="w-[min(46rem,96vw)] p-6"
      onClose={onClose}
    >
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
    </Dialog>
  );
}
