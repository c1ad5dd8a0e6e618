import { useState } from 'react';
import { Part } from '@components/parts/part';
import { useAllMessages, withAllMessages } from '@components/store/messages';
import { Button } from '@components/ui/button';
import { Fetched } from '@components/ui/fetched';

const DIALOG = new Part(
  withAllMessages(async () => (await import('./findings-dialog')).FindingsDialog),
);

/** Leads to the findings of all containers. */
export function FindingsButton() {
  const { findingList: words } = useAllMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="relative">
      <Button
        aria-haspopup="dialog"
        data-opens="findings"
        onClick={() => {
          // Again after it could not be had.
          DIALOG.want();
          setOpen(true);
        }}
      >
        {words.open}
      </Button>
      {isOpen && (
        <Fetched part={DIALOG} floating>
          {(Dialog) => <Dialog onClose={() => setOpen(false)} />}
        </Fetched>
      )}
    </span>
  );
}
