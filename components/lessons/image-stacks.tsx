import type { ReactNode } from 'react';
import type { Image, Layer } from '@lib/images/image';
import { instructionText } from '@lib/images/instruction';
import { dockerSize } from '@lib/images/size';
import { stacked } from '@lib/images/stacked';
import type { ImageTold } from '@lib/lessons/images-told';
import { ASKED } from '@lib/lessons/witness';
import { useAllMessages } from '../store/messages';
import { Instead } from './instead';
import styles from './image-stacks.module.css';

interface ImageStacksProps {
  told: readonly ImageTold[];
  /** As names are written now. */
  named: (text: string) => string;
}

/** In place of the picture beside a step that is about images: what these are made of, each layer once. */
export function ImageStacks({ told, named }: ImageStacksProps) {
  const { lessons } = useAllMessages();
  const columns = told.map(({ image }) => image ?? { layers: null });
  const blocks = stacked(columns);
  const levels = Math.max(0, ...blocks.map(({ level }) => level + 1));
  return (
    <Instead>
      <section
        aria-label={lessons.stacks.title}
        className={styles.stacks}
        style={{ gridTemplateColumns: `repeat(${String(told.length)}, minmax(0, 1fr))` }}
      >
        {told.map(({ ref, image, because }, nth) => (
          <div
            key={ref}
            data-stack={ref}
            data-there={image !== null}
            className={styles.head}
            style={{ gridColumn: nth + 1, gridRow: 1 }}
          >
            <h3 className={styles.name}>
              {named(ref)}{' '}
              {image !== null && image.bytes !== null && (
                <span className={styles.size}>{dockerSize(image.bytes)}</span>
              )}
            </h3>
            {image !== null && <Notes image={image} />}
            {image === null && because !== ASKED && (
              <p className={styles.absent}>
                {because === null ? lessons.stacks.absent : lessons.unknown(because)}
              </p>
            )}
          </div>
        ))}
        {blocks.map(({ layer, level, first, across }) => (
          <div
            key={`${String(first)} ${String(level)}`}
            data-layer={layer.digest}
            data-readers={across}
            className={styles.layer}
            style={{
              gridColumn: `${String(first + 1)} / span ${String(across)}`,
              gridRow: levels - level + 1,
            }}
          >
            <LayerText layer={layer}>
              {across > 1 && <strong>{lessons.stacks.once(across)}</strong>}
            </LayerText>
          </div>
        ))}
      </section>
    </Instead>
  );
}

/** What is in an image besides its layers: instructions that made none. */
function Notes({ image: { steps } }: { image: Image }) {
  const { lessons, imageLayers } = useAllMessages();
  const notes = (steps ?? []).filter(({ makes }) => makes === 'nothing');
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map(({ instruction }, nth) => (
        // Steps are never put into another order.
        <li key={nth} data-note>
          <code>
            {instruction === null ? imageLayers.noInstruction : instructionText(instruction)}
          </code>
          <span>{lessons.stacks.note}</span>
        </li>
      ))}
    </ul>
  );
}

function LayerText({
  layer: { instruction, bytes },
  children,
}: {
  layer: Layer;
  children: ReactNode;
}) {
  const { imageLayers } = useAllMessages();
  const made = instruction === null ? '' : instructionText(instruction);
  return (
    <>
      <code>{made === '' ? imageLayers.noInstruction : made}</code>
      {children}
      <span>{bytes === null ? imageLayers.sizeUnclear : dockerSize(bytes)}</span>
    </>
  );
}
