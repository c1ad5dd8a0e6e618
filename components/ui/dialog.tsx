import { useEffect, useRef, type ComponentProps, type ReactNode, type RefObject } from 'react';
import { Button } from './button';

interface Props extends Omit<ComponentProps<'dialog'>, 'onClick'> {
  /** Whoever made it can close it. */
  ref: RefObject<HTMLDialogElement | null>;
  title: string;
  /** What stands behind the title, and is not part of the dialog's name. */
  aside?: ReactNode;
  /** What the button says that closes it. */
  close: string;
  /** How large it is at the most, and how it reads. */
  className: string;
  onClose: () => void;
}

/**
 * A dialog with its title and a button that closes it, as does a click beside it. It opens as soon as it is there; once
 * it is closed the keyboard is where it was before.
 */
export function Dialog({ ref, title, aside, close, className, children, ...rest }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    ref.current?.showModal();
    button.current?.focus();
  }, [ref]);
  const leave = () => ref.current?.close();
  return (
    <dialog
      ref={ref}
      aria-label={title}
      className={`m-auto max-h-[94dvh] overflow-y-auto rounded-xl border border-line-strong bg-surface text-text shadow-2xl backdrop:bg-black/50 ${className}`}
      onClick={(event) => {
        // Beside the dialog is its backdrop.
        if (event.target === ref.current) leave();
      }}
      {...rest}
    >
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">
          {title} {aside}
        </h2>
        <Button ref={button} onClick={leave}>
          {close}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
