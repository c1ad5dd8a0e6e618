import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../store/messages';

type Copying = 'idle' | 'copied' | 'failed';

/** A command to run in a terminal, with a button that copies it. Wraps, and is never cut. */
export function CommandLine({ command }: { command: string }) {
  const messages = useMessages().shell;
  const [copying, setCopying] = useState<Copying>('idle');
  // Away from localhost and https there is no clipboard at all.
  const copy = () => {
    const written = navigator.clipboard?.writeText(command) ?? Promise.reject(new Error('none'));
    written.then(
      () => setCopying('copied'),
      () => setCopying('failed'),
    );
  };
  const label = { idle: messages.copy, copied: messages.copied, failed: messages.copyFailed }[
    copying
  ];
  const Icon = copying === 'copied' ? Check : Copy;
  return (
    <div className="rounded-md border border-line bg-ground">
      <div className="flex items-start gap-2 py-1.5 pr-1.5 pl-2.5">
        <code className="min-w-0 flex-1 font-mono leading-relaxed break-words whitespace-pre-wrap text-text select-all">
          {/* A browser would break after the dashes of an option. */}
          {command.split(/(\s+)/).map((word, index) => (
            <span key={index} className={word.startsWith('-') ? 'inline-block max-w-full' : ''}>
              {word}
            </span>
          ))}
        </code>
        <button
          type="button"
          onClick={copy}
          onBlur={() => setCopying('idle')}
          aria-label={`${label}: ${command}`}
          title={label}
          className="shrink-0 cursor-pointer rounded p-1 text-dim hover:bg-raised hover:text-text"
        >
          <Icon aria-hidden className="size-[1.15em]" />
        </button>
      </div>
      <p role="status" className={copying === 'failed' ? 'px-2.5 pb-1.5 text-warn' : 'sr-only'}>
        {copying === 'idle' ? '' : label}
      </p>
    </div>
  );
}
