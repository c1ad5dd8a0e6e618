import { useState } from 'react';
import { useMessages } from '@components/store/messages';

type Copying = 'copy' | 'copied' | 'copyFailed';

/** A command to type, with a button that copies it. */
export function CommandLine({ command }: { command: string }) {
  const { empty } = useMessages().sharing;
  const [copying, setCopying] = useState<Copying>('copy');
  const copy = () => {
    navigator.clipboard.writeText(command).then(
      () => setCopying('copied'),
      () => setCopying('copyFailed'),
    );
  };
  return (
    <div className="flex items-center gap-3 rounded-lg border border-line bg-ground py-1.5 pr-1.5 pl-3">
      <code className="grow font-mono text-[0.95em] break-words select-all">{command}</code>
      <button
        type="button"
        onClick={copy}
        onBlur={() => setCopying('copy')}
        aria-label={`${empty[copying]}: ${command}`}
        className="shrink-0 cursor-pointer rounded-md border border-line px-2.5 py-1 text-dim hover:bg-raised hover:text-text"
      >
        {empty[copying]}
      </button>
    </div>
  );
}
