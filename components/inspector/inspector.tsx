'use client';

import { memo, useMemo } from 'react';
import { containerColours } from '@lib/select/container-colour';
import type { Shown } from '@lib/select/shown';
import { findContainer } from '@lib/select/vantage';
import { HOST, type Selection } from '@lib/view-state/view-state';
import { SelectedHidden } from '../filters/selected-hidden';
import { useMessages } from '../store/messages';
import { useToldShown } from '../store/shown';
import { useNsview } from '../store/store';
import { ComparisonInspector } from './comparison-inspector';
import { ContainerInspector } from './container-inspector';
import { HostInspector } from './host-inspector';
import { ToldSnapshot } from './links';
import { Missing } from './missing';
import { NamespaceInspector } from './namespace-inspector';
import { Summary } from './summary';

/** The facts of what is selected, each with the command that shows it. Its parent scrolls. */
export function Inspector() {
  const shown = useToldShown();
  const selection = useNsview((store) => store.viewState.select);
  return (
    <div className="flex min-h-full min-w-0 flex-col gap-5 bg-surface px-4.5 py-5">
      {shown !== null && (
        <ToldSnapshot value={shown.whole}>
          <SelectedHidden />
          {/* The key forgets what was opened for another selection. */}
          <About key={JSON.stringify(selection)} shown={shown} selection={selection} />
        </ToldSnapshot>
      )}
    </div>
  );
}

interface AboutProps {
  shown: Shown;
  selection: Selection | null;
}

/** Facts are of the whole machine, whatever is filtered; the summary is of what is shown. */
const About = memo(function About({ shown, selection }: AboutProps) {
  const { whole: snapshot } = shown;
  const messages = useMessages().inspector.missing;
  const colours = useMemo(() => containerColours(snapshot), [snapshot]);
  if (selection === null) return <Summary shown={shown} />;
  if (selection.kind === 'namespace') {
    return <NamespaceInspector snapshot={snapshot} id={selection.id} colours={colours} />;
  }
  if (selection.kind === 'pair') {
    return <ComparisonInspector snapshot={snapshot} refs={selection.refs} colours={colours} />;
  }
  const { ref } = selection;
  if (ref === HOST) return <HostInspector snapshot={snapshot} />;
  const container = findContainer(snapshot, ref);
  if (container === null) {
    return <Missing name={ref} text={messages.container(ref)} hint={messages.containerHint} />;
  }
  return <ContainerInspector snapshot={snapshot} container={container} colours={colours} />;
});
