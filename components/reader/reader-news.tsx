import { LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReaderState, ReaderStep } from '@lib/protocol/reader-state';
import { decideReader } from '../store/connection';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import { Line } from '../ui/line';

/** Milliseconds that a start may take without a word of it. */
const SOON = 1000;

/** What there is to know or to decide about who reads /proc; nothing while all is as it was wished. */
export function ReaderNews({ reader }: { reader: ReaderState }) {
  switch (reader.state) {
    case 'offered':
      return <Offer />;
    case 'starting':
      return <Starting step={reader.step} />;
    case 'failed':
      return <Failed reader={reader} />;
    default:
      return null;
  }
}

function Offer() {
  const words = useAllMessages().reader;
  const explain = useNsview((store) => store.explainReader);
  return (
    <Line tone="border-l-warn">
      <span>{words.offer}</span>
      <span className="flex gap-2">
        <Button main onClick={() => explain(true)}>
          {words.explain}
        </Button>
        <Button onClick={() => decideReader(false)}>{words.notNow}</Button>
      </span>
    </Line>
  );
}

function Starting({ step }: { step: ReaderStep }) {
  const words = useAllMessages().reader;
  const [soon, setSoon] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSoon(false), SOON);
    return () => clearTimeout(timer);
  }, []);
  if (soon) return null;
  return (
    <Line tone="border-l-focus">
      <LoaderCircle size="1.14rem" aria-hidden className="animate-spin" />
      <span>{words.starting(step)}</span>
      <Button onClick={() => decideReader(false)}>{words.giveUp}</Button>
    </Line>
  );
}

function Failed({ reader }: { reader: Extract<ReaderState, { state: 'failed' }> }) {
  const words = useAllMessages().reader;
  const { step, problem, reason, again } = reader;
  const command = HELPFUL_COMMANDS[problem];
  return (
    <Line tone="border-l-warn">
      <div className="flex min-w-0 flex-1 basis-[28rem] flex-col gap-1.5">
        <p className="[overflow-wrap:anywhere]">
          {again && step === 'look'
            ? words.lost(problem, reason)
            : words.failed(step, problem, reason)}
        </p>
        <p className="text-dim">
          {words.meanwhile} {again ? words.again : words.advice[problem]}
        </p>
        {command !== undefined && <CommandLine command={command} />}
      </div>
      <span className="flex gap-2">
        <Button main onClick={() => decideReader(true)}>
          {words.tryAgain}
        </Button>
        <Button onClick={() => decideReader(false)}>{words.giveUp}</Button>
      </span>
    </Line>
  );
}

const HELPFUL_COMMANDS: Partial<Record<string, string>> = {
  'no-node': 'docker pull node:22-slim',
  'not-built': 'npm run build:server',
};
