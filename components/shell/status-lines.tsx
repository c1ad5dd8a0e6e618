import { X } from 'lucide-react';
import { ReaderLine } from '../reader/reader-line';
import { useMessages, useWantedLanguage } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { Line } from '../ui/line';

/**
 * What is amiss just now, over the upper edge of what is below: it comes and goes by itself, and moves
 * nothing.
 */
export function TroubleLines() {
  const { shell } = useMessages();
  const connection = useNsview((store) => store.connection);
  const unreadable = useNsview((store) => store.unreadable);
  return (
    <div
      role="status"
      className="absolute inset-x-0 top-0 z-30 mx-auto w-fit max-w-[92%] rounded-lg shadow-lg"
    >
      {connection === 'incompatible' && (
        <Line tone="border-l-bad">
          <span>{shell.incompatible}</span>
          <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
        </Line>
      )}
      {unreadable !== null && connection !== 'incompatible' && (
        <Line tone="border-l-bad">
          <span className="min-w-0 break-words">{shell.unreadable(unreadable)}</span>
        </Line>
      )}
      {connection === 'stale' && unreadable === null && (
        <Line tone="border-l-warn">
          <span>{shell.stale}</span>
        </Line>
      )}
    </div>
  );
}

/** One line under the header for each thing about the page itself that a person should know. */
export function StatusLines() {
  const { shell, recordings } = useMessages();
  const cutOff = useNsview((store) => store.recording?.complete === false);
  const problems = useNsview((store) => store.linkProblems);
  const dismiss = useNsview((store) => store.dismissLinkProblems);
  const language = useWantedLanguage();
  return (
    <div role="status">
      {language.failed && (
        <Line tone="border-l-warn">
          <span>{shell.languageNotLoaded}</span>
          <Button onClick={language.fetch}>{shell.tryAgain}</Button>
        </Line>
      )}
      {cutOff && (
        <Line tone="border-l-warn">
          <span>{recordings.cutOff}</span>
        </Line>
      )}
      <ReaderLine />
      {problems.map(({ parameter, value, expected }) => (
        <Line key={`${parameter}=${value}`} tone="border-warn">
          <span className="min-w-0 break-words">
            {shell.linkProblem(parameter, value, expected)}
          </span>
          <button
            type="button"
            aria-label={shell.dismiss}
            title={shell.dismiss}
            className="rounded-md p-1 hover:bg-raised"
            onClick={dismiss}
          >
            <X size="1.14rem" aria-hidden />
          </button>
        </Line>
      ))}
    </div>
  );
}
