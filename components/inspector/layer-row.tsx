import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import type { Layer } from '@lib/images/image';
import { instructionText } from '@lib/images/instruction';
import { dockerSize } from '@lib/images/size';
import { Unknown } from './known';

/**
 * A layer of an image: what made it, and what it takes.
 *
 * @param props.why no instruction is told, of those of which none is
 */
export function LayerRow({
  layer,
  why,
  children,
}: {
  layer: Layer;
  why: string | undefined;
  children?: ReactNode;
}) {
  const { imageLayers: words } = useAllMessages();
  const { digest, bytes, instruction } = layer;
  return (
    <li data-layer={digest} title={instruction ?? undefined}>
      {instruction === null ? (
        <Unknown field="layers.instruction">{words.noMaker(why)}</Unknown>
      ) : (
        <code className="line-clamp-2 font-mono">
          {instructionText(instruction) || words.noInstruction}
        </code>
      )}
      <span className="text-dim">{bytes === null ? words.sizeUnclear : dockerSize(bytes)}</span>
      {children}
    </li>
  );
}
