import { FlaskConical, TriangleAlert } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import { useLabState } from './lab';

/** Says that commands can be run here. */
export function LabBadge() {
  const { labPage } = useAllMessages();
  if (useLabState()?.state !== 'ready') return null;
  return (
    <span
      data-lab="ready"
      title={labPage.what}
      className="flex items-center gap-1 rounded-full border border-line-strong px-2 text-sm text-dim"
    >
      <FlaskConical size="1em" aria-hidden />
      {labPage.badge}
      <span className="sr-only">. {labPage.what}</span>
    </span>
  );
}

/** Says why commands cannot be run here, where they should be. */
export function NoLab() {
  const { lab, labPage } = useAllMessages();
  const state = useLabState();
  if (state?.state !== 'unavailable') return null;
  const why = state.because === null ? '' : lab.reason(state.because);
  return (
    <p
      data-lab="unavailable"
      className="mb-4 flex items-start gap-2 rounded-lg border border-warn bg-raised p-3"
    >
      <TriangleAlert className="mt-[0.15em] size-[1.2em] shrink-0 text-warn" aria-hidden />
      <span className="min-w-0 break-words">{labPage.unavailable(why)}</span>
    </p>
  );
}
