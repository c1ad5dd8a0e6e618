import { useEffect, useId, useRef } from 'react';
import { decideReader } from '../store/connection';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';

interface ReaderDialogProps {
  /** What would be run, and may it go into namespaces as well? */
  offer: { commands: readonly string[]; enters: boolean };
  onClose: () => void;
}

/** Explains the reader in a container, and asks. Nothing is started before it is answered. */
export function ReaderDialog({ offer: { commands, enters }, onClose }: ReaderDialogProps) {
  const words = useAllMessages().reader;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const answer = (agree: boolean) => {
    decideReader(agree);
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-3rem)] w-[min(46rem,calc(100vw-3rem))] flex-col overflow-hidden rounded-xl border border-line-strong bg-surface text-text open:flex backdrop:bg-black/55"
    >
      <div tabIndex={-1} className="flex min-h-0 flex-col gap-4 overflow-y-auto px-7 pt-6 pb-4">
        <h2 id={id} className="text-lg font-semibold">
          {words.title}
        </h2>
        <p className="leading-relaxed">{words.why}</p>
        <section className="flex flex-col gap-1.5 border-l-2 border-warn pl-4">
          <h3 className="font-semibold">{words.seesTitle}</h3>
          <p className="leading-relaxed">{words.sees}</p>
          {enters && (
            <p className="leading-relaxed" data-enters>
              {words.enter.asked} {words.enter.means} {words.enter.back}
            </p>
          )}
        </section>
        <section className="flex flex-col gap-1.5">
          <h3 className="font-semibold">{words.doesTitle}</h3>
          <ul className="flex list-disc flex-col gap-1 pl-5 leading-relaxed">
            {words.does.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <details>
          <summary className="cursor-pointer rounded text-dim hover:text-text">
            {words.byHand}
          </summary>
          <div className="mt-2 flex flex-col gap-2 text-xs">
            {commands.map((command) => (
              <CommandLine key={command} command={command} />
            ))}
          </div>
        </details>
      </div>
      <div className="flex flex-wrap justify-end gap-2 border-t border-line px-7 py-4">
        <Button onClick={() => answer(false)}>{words.notNow}</Button>
        <Button main onClick={() => answer(true)}>
          {words.agree}
        </Button>
      </div>
    </dialog>
  );
}
