import { Presentation } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { Part } from '../parts/part';
import { useAllMessages, withAllMessages } from '../store/messages';
import { DialogButton } from '../ui/dialog-button';
import { useStaging } from './staging';

const DIALOG = new Part(
  withAllMessages(async () => (await import('./present-dialog')).PresentDialog),
);

/** Leads to what has to be known of presenting; while this page leads, it says how many follow. */
export function PresentButton() {
  const { present } = useAllMessages();
  const stage = useStaging((store) => store.stage);
  const leads = stage?.leads === 'you';
  return (
    <span data-presenting={stage?.leads} data-followers={stage?.followers}>
      <DialogButton
        part={DIALOG}
        label={leads ? present.leading(stage.followers) : present.open}
        strokes={KEYS.everywhere.present}
      >
        <span className={`flex items-center gap-1 ${leads ? 'font-semibold text-good' : ''}`}>
          <Presentation size="1.21rem" aria-hidden />
          {leads && <span aria-hidden>{stage.followers}</span>}
        </span>
      </DialogButton>
    </span>
  );
}
