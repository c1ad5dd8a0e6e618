import { useEffect, useRef } from 'react';
import type { DialogProps } from '../ui/dialog-button';
import { useMessages } from '../store/messages';

/** Every key, and how to read the pictures. It opens as soon as it is there. */
export function HelpDialog({ onClose }: DialogProps) {
  const { help } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    close.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={help.title}
      className="m-auto max-h-[86vh] w-[min(58rem,94vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-6 text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{help.title}</h2>
        <button
          ref={close}
          type="button"
          className="rounded-md border border-line px-3 py-1 text-sm hover:bg-raised"
          onClick={() => dialog.current?.close()}
        >
          {help.close}
        </button>
      </div>
      <div className="columns-1 gap-10 sm:columns-2">
        <Keys />
        <Legend />
      </div>
    </dialog>
  );
}

type Row = readonly [keys: readonly string[], what: string];

function Keys() {
  const { help } = useMessages();
  const { keys } = help;
  const groups: readonly (readonly [string, readonly Row[]])[] = [
    [
      help.everywhere,
      [
        [['/', 'Ctrl K'], keys.search],
        [['e'], keys.takeAway],
        [['z'], keys.freeze],
        [['f'], keys.filter],
        [['?'], keys.help],
        [['v', 'Shift V'], keys.views],
        [['↑', '↓', '←', '→'], keys.arrows],
        [['Enter'], keys.choose],
        [['Shift Enter'], keys.compare],
        [['Esc'], keys.clear],
      ],
    ],
    [
      help.sharing,
      [
        [['+', '−'], keys.zoom],
        [['0'], keys.fit],
        [['Shift ↑', '↓', '←', '→'], keys.move],
        [['p'], keys.pin],
      ],
    ],
    [help.lens, [[['1', '…', '8'], keys.lens]]],
    [help.matrix, [[['Home', 'End'], keys.edges]]],
    [
      help.processes,
      [
        [['Home', 'End'], keys.edges],
        [['Enter'], keys.reveal],
        [['←', '→'], keys.fold],
        [['n'], keys.sameNumber],
      ],
    ],
    [help.recording, [[['Space'], keys.play]]],
  ];
  return groups.map(([title, rows]) => (
    <section key={title} className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 text-xs font-semibold tracking-wider text-dim uppercase">{title}</h3>
      <dl className="grid grid-cols-[8.5rem_1fr] gap-x-3 gap-y-1.5 text-sm">
        {rows.map(([combination, what]) => (
          <div key={combination.join()} className="contents">
            <dt className="flex flex-wrap gap-1">
              {combination.map((key) => (
                <kbd
                  key={key}
                  className="rounded border border-line-strong bg-raised px-1.5 font-mono text-xs leading-5"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Legend() {
  const { help } = useMessages();
  const { own, shared, host, unknown, none } = help;
  return (
    <section className="break-inside-avoid">
      <h3 className="mb-1.5 text-xs font-semibold tracking-wider text-dim uppercase">
        {help.legendTitle}
      </h3>
      <p className="text-sm leading-relaxed">{help.letters}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-sm leading-relaxed">
        {[own, shared, host, unknown, none].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
