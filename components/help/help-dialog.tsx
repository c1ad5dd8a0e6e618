import { useRef, type ReactNode } from 'react';
import { KEYS, keysOnBoard, type Strokes } from '@lib/keys/keys';
import { VERSION } from '@lib/model/version';
import { Dialog } from '../ui/dialog';
import type { DialogProps } from '../ui/dialog-button';
import { useAllMessages } from '../store/messages';

/** Every key, and how to read the pictures. It opens as soon as it is there. */
export function HelpDialog({ onClose }: DialogProps) {
  const { help } = useAllMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      ref={dialog}
      title={help.title}
      aside={<small className="font-normal text-dim">nsview {VERSION}</small>}
      close={help.close}
      className="w-[min(78rem,96vw)] p-5"
      onClose={onClose}
    >
      <div className="columns-1 gap-8 sm:columns-2 lg:columns-3">
        <Keys />
        <Legend />
      </div>
    </Dialog>
  );
}

/** Made from the list that keys are bound by: what is bound is told. */
function Keys() {
  const { help } = useAllMessages();
  return (
    <>
      <KeyGroup
        title={help.places.everywhere}
        lines={KEYS.everywhere}
        said={help.keys.everywhere}
      />
      <KeyGroup title={help.places.projector} lines={KEYS.projector} said={help.keys.projector} />
      <KeyGroup title={help.places.sharing} lines={KEYS.sharing} said={help.keys.sharing} />
      <KeyGroup title={help.places.lens} lines={KEYS.lens} said={help.keys.lens} />
      <KeyGroup title={help.places.matrix} lines={KEYS.matrix} said={help.keys.matrix} />
      <KeyGroup title={help.places.processes} lines={KEYS.processes} said={help.keys.processes} />
      <KeyGroup title={help.places.recording} lines={KEYS.recording} said={help.keys.recording} />
      <KeyGroup title={help.places.timeline} lines={KEYS.timeline} said={help.keys.timeline} />
      <KeyGroup title={help.places.lesson} lines={KEYS.lesson} said={help.keys.lesson} />
      <KeyGroup title={help.places.following} lines={KEYS.following} said={help.keys.following} />
    </>
  );
}

interface KeyGroupProps<Line extends string> {
  title: string;
  lines: Readonly<Record<Line, Strokes>>;
  said: Readonly<Record<Line, string>>;
}

function KeyGroup<Line extends string>({ title, lines, said }: KeyGroupProps<Line>) {
  const rows: ReactNode[] = [];
  for (const line in lines) {
    const keys = Object.values(lines[line]).flat().map(keysOnBoard);
    rows.push(
      <div key={line} className="contents">
        <dt className="flex flex-wrap content-start gap-1">
          {keys.map((key) => (
            <kbd
              key={key}
              className="rounded border border-line-strong bg-raised px-1.5 font-mono text-xs leading-5"
            >
              {key}
            </kbd>
          ))}
        </dt>
        <dd>{said[line]}</dd>
      </div>,
    );
  }
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1.5 text-xs font-semibold tracking-wider text-dim uppercase">{title}</h3>
      <dl className="grid grid-cols-[8rem_1fr] gap-x-3 gap-y-1 text-sm">{rows}</dl>
    </section>
  );
}

function Legend() {
  const { help } = useAllMessages();
  const { own, shared, host, unknown, none, absent } = help;
  return (
    <section className="break-inside-avoid">
      <h3 className="mb-1.5 text-xs font-semibold tracking-wider text-dim uppercase">
        {help.legendTitle}
      </h3>
      <p className="text-sm leading-relaxed">{help.letters}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-sm leading-relaxed">
        {[own, shared, host, unknown, none, absent].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
