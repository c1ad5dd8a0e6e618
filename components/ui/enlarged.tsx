import { useRef, type ReactNode } from 'react';
import { useSize } from '../canvas/use-size';
import { useIsProjectedLesson } from '../store/projected-lesson';

interface EnlargedProps {
  /** In a lesson that is projected its content is as large as if there were so many pixels of width. */
  backRow: number;
  children: ReactNode;
}

/** Fills its parent with content that is larger where a class reads it, also from the back row. */
export function Enlarged({ backRow, children }: EnlargedProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const isLarger = useIsProjectedLesson() && size !== null;
  return (
    <div ref={frame} className="h-full min-h-0">
      <div
        data-enlarged
        className="h-full min-h-0"
        style={{ zoom: isLarger ? size.width / backRow : 1 }}
      >
        {children}
      </div>
    </div>
  );
}
