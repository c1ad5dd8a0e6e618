import { CircleDashed, CircleHelp, Layers2 } from 'lucide-react';
import { useAllMessages } from '@components/store/messages';
import type { Step } from '@lib/images/image';
import { instructionText } from '@lib/images/instruction';
import { Unknown } from './known';

const SIGNS = { layer: Layers2, nothing: CircleDashed, unclear: CircleHelp };

/** A step of how an image was made, and the layer that it made, or that it made none. */
export function StepRow({
  step: { instruction, makes, layer },
  why,
}: {
  step: Step;
  /** Why no instruction is told, of those of which none is. */
  why: string | undefined;
}) {
  const { imageLayers, imageList: words } = useAllMessages();
  const Sign = SIGNS[makes];
  return (
    <li data-step={makes} data-made={layer ?? undefined} title={instruction ?? undefined}>
      {instruction === null ? (
        <Unknown field="steps.instruction">{imageLayers.noMaker(why)}</Unknown>
      ) : (
        <code className={`line-clamp-2 font-mono ${makes === 'nothing' ? 'text-dim' : ''}`}>
          {instructionText(instruction) || imageLayers.noInstruction}
        </code>
      )}
      <span
        className={`flex items-center gap-1.5 ${makes === 'unclear' ? 'text-warn' : 'text-dim'}`}
      >
        <Sign size="1em" aria-hidden />
        {makes === 'layer'
          ? words.made.layer(layer === null ? null : layer + 1)
          : words.made[makes]}
      </span>
    </li>
  );
}
