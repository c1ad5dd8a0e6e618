import { useAllMessages } from '@components/store/messages';
import type { FirstMessages } from '@lib/i18n/messages';
import { tipLines, type TipSubject } from '@lib/facts/picture-tip';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { SharingGraph } from '@lib/sharing/graph';
import { STOPPED_KEY } from '@lib/sharing/stopped-fold';
import type { Snapshot } from '@lib/model/snapshot';
import { TipBox } from '../../ui/tip-box';
import { useEscape } from '../../ui/use-escape';
import { useOpenBundles } from './open-bundles';
import type { Tip } from './use-tip';

interface PictureTipProps {
  tip: Tip;
  graph: SharingGraph;
  snapshot: Snapshot;
  /** Has a person moved what goes by this key? */
  isPinned: (key: string) => boolean;
  /** What belongs to it: better not covered either. */
  related: () => Iterable<Element>;
  onEscape: () => void;
}

/** What is pointed at, in sentences; nothing where there is nothing to say of it. */
export function PictureTip(props: PictureTipProps) {
  const { tip, graph, snapshot, isPinned, related, onEscape } = props;
  const messages = useAllMessages();
  const openBundles = useOpenBundles((bundles) => bundles.open);
  useEscape(true, onEscape);
  const lines = tipLines(tip.subject, graph, snapshot, messages, tip.focused);
  if (lines.length === 0) return null;
  const note = noteOf(tip.subject, { graph, openBundles, isPinned }, messages);
  return <TipBox lines={lines} around={tip.around} note={note} related={related} />;
}

/** What can be done with it. */
function noteOf(
  subject: TipSubject,
  {
    graph,
    openBundles,
    isPinned,
  }: Pick<PictureTipProps, 'graph' | 'isPinned'> & { openBundles: ReadonlySet<NamespaceType> },
  { sharing }: Pick<FirstMessages, 'sharing'>,
): string | null {
  const { pin, bundle, stopped } = sharing;
  if (subject.kind === 'bundle') return openBundles.has(subject.type) ? bundle.close : bundle.open;
  const key = subject.kind === 'node' ? subject.key : subject.kind === 'hub' ? subject.id : null;
  if (key === null) return null;
  if (key === STOPPED_KEY) return graph.stopped?.open === true ? stopped.close : stopped.open;
  return isPinned(key) ? pin.pinned : pin.free;
}
