import type { ReactNode } from 'react';

/** A sign to be pressed, with what it says as its name. */
export function IconButton(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="flex size-9 items-center justify-center rounded-lg text-dim hover:bg-raised hover:text-text"
    >
      {props.children}
    </button>
  );
}
