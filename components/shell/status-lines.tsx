import { X } from 'lucide-react';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** One line under the header for each thing about the page itself that a person should know. */
export function StatusLines() {
  const { shell, recordings } = useMessages();
  const cutOff = useNsview((store) => store.recording?.complete === false);
  const connection = useNsview((store) => store.connection);
  const problems = useNsview((store) => store.linkProblems);
  const dismiss = useNsview((store) => store.dismissLinkProblems);
  return (
    <div role="status">
      {connection === 'incompatible' && (
        <Line tone="border-bad">
          <span>{shell.incompatible}</span>
          <button
            type="button"
            className="rounded-md border border-line-strong px-3 py-1 hover:bg-raised"
            onClick={() => window.location.reload()}
          >
            {shell.reload}
          </button>
        </Line>
      )}
      {connection === 'stale' && (
        <Line tone="border-warn">
          <span>{shell.stale}</span>
        </Line>
      )}
      {cutOff && (
        <Line tone="border-warn">
          <span>{recordings.cutOff}</span>
        </Line>
      )}
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
            <X size={16} aria-hidden />
          </button>
        </Line>
      ))}
    </div>
  );
}

function Line({ tone, children }: { tone: string; children: React.ReactNode }) {
  return (
    <div className={`flex items-center gap-4 border-l-4 ${tone} bg-raised px-4 py-2`}>
      {children}
    </div>
  );
}
