import { useAllMessages } from '@components/store/messages';
import { tipLines } from '@lib/facts/picture-tip';
import type { SharingGraph } from '@lib/sharing/graph';
import type { Snapshot } from '@lib/model/snapshot';
import { TipBox } from '../../ui/tip-box';
import { useEscape } from '../../ui/use-escape';
import type { Tip } from './use-tip';

interface PictureTipProps {
  tip: Tip;
  graph: SharingGraph;
  snapshot: Snapshot;
  note: string | null;
  /** What belongs to it: better not covered either. */
  related: () => Iterable<Element>;
  onEscape: () => void;
}

/** What is pointed at, in sentences; nothing where there is nothing to say of it. */
export function PictureTip(props: PictureTipProps) {
  const { tip, graph, snapshot, note, related, onEscape } = props;
  const messages = useAllMessages();
  useEscape(true, onEscape);
  const lines = tipLines(tip.subject, graph, snapshot, messages, tip.focused);
  if (lines.length === 0) return null;
  return <TipBox lines={lines} around={tip.around} note={note} related={related} />;
}
