import { memo, useMemo } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import { containerColours } from '@lib/select/container-colour';
import { findSandboxes } from '@lib/sandboxes/find';
import { isEnded, selectedProcess } from '@lib/select/chosen';
import { selectedSandbox } from '@lib/select/shown-sandboxes';
import { kernelName } from '@lib/model/ids';
import { findContainer } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import type { Selection } from '@lib/view-state/selection';
import { SandboxHidden } from '../filters/sandbox-hidden';
import { SelectedHidden } from '../filters/selected-hidden';
import { useFollowedSandbox } from '../store/followed-sandbox';
import { useAllMessages } from '../store/messages';
import { ComparisonInspector } from './comparison-inspector';
import { ContainerInspector } from './container-inspector';
import { HostInspector } from './host-inspector';
import { Missing } from './missing';
import { NamespaceInspector } from './namespace-inspector';
import { ProcessInspector } from './process-inspector';
import { SandboxInspector } from './sandbox-inspector';

interface AboutSelectionProps {
  snapshot: Snapshot;
  selection: Selection;
}

/** Of what is selected: whether filters hide it, and its facts. */
export function AboutSelection(props: AboutSelectionProps) {
  useFollowedSandbox();
  return (
    <>
      <SelectedHidden />
      <Facts {...props} />
    </>
  );
}

/** The facts of what is selected, each with the command that shows it. */
const Facts = memo(function Facts({ snapshot, selection }: AboutSelectionProps) {
  const messages = useAllMessages().inspector.missing;
  const colours = useMemo(() => containerColours(snapshot), [snapshot]);
  if (selection.kind === 'namespace') {
    if (isEnded(snapshot, selection)) {
      const name = kernelName(selection.id);
      return <Missing name={name} text={messages.namespace(name)} hint={messages.namespaceHint} />;
    }
    return <NamespaceInspector snapshot={snapshot} id={selection.id} colours={colours} />;
  }
  if (selection.kind === 'process') {
    const process = selectedProcess(snapshot, selection);
    if (process === null) {
      const { pid } = selection;
      const { process: text, processHint } = messages;
      return <Missing name={`PID ${String(pid)}`} text={text(pid)} hint={processHint} />;
    }
    return <ProcessInspector snapshot={snapshot} process={process} />;
  }
  if (selection.kind === 'sandbox') {
    const { sandboxes } = findSandboxes(snapshot);
    const sandbox = selectedSandbox(snapshot, sandboxes, selection);
    if (sandbox === null) return <MissingSandbox pid={selection.pid} />;
    return (
      <>
        <SandboxHidden sandbox={sandbox} />
        <SandboxInspector snapshot={snapshot} sandbox={sandbox} colours={colours} />
      </>
    );
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

function MissingSandbox({ pid }: { pid: number }) {
  const { missing, missingHint } = useAllMessages().sandboxes;
  return <Missing name={`PID ${String(pid)}`} text={missing(pid)} hint={missingHint} />;
}
