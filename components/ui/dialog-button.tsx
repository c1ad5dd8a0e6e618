import { useState, type ComponentType, type ReactNode } from 'react';
import type { Stroke } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { Fetched } from './fetched';
import type { Part } from '../parts/part';

export interface DialogProps {
  onClose: () => void;
}

interface DialogButtonProps {
  /** The dialog: it opens as soon as it is drawn. */
  part: Part<ComponentType<DialogProps>>;
  label: string;
  /** What opens it as well. */
  strokes: { readonly open: readonly Stroke[] };
  children: ReactNode;
}

/** A button of the header, and the dialog that it or a key opens. */
export function DialogButton({ part, label, strokes, children }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  const show = () => {
    // Again after it could not be had.
    part.want();
    setOpen(true);
  };
  useShortcuts(strokes, { open: show });
  return (
    <span className="relative">
      <button
        type="button"
        title={label}
        aria-label={label}
        aria-haspopup="dialog"
        className="flex h-8 items-center rounded-lg px-2 text-dim hover:bg-raised hover:text-text"
        onClick={show}
      >
        {children}
      </button>
      {open && (
        <Fetched part={part} floating>
          {(Dialog) => <Dialog onClose={() => setOpen(false)} />}
        </Fetched>
      )}
    </span>
  );
}
