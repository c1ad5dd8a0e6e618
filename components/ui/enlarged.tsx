import { useRef, type ReactNode } from 'react';
import { useSize } from '../canvas/use-size';
import { useIsProjectedLesson } from '../store/projected-lesson';
import { useNsview } from '../store/store';

interface EnlargedProps {
  /** In projector mode its content is as large as if there were so many pixels of width, and no smaller than usual. */
  backRow: number;
  /** The same beside a lesson, where it has half the room. */
  lesson: number;
  children: ReactNode;
}

/** Fills its parent with content that is larger where a class reads it, also from the back row. */
export function Enlarged({ backRow, lesson, children }: EnlargedProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const projector = useNsview((store) => store.viewState.projector);
  const wide = useIsProjectedLesson() ? lesson : backRow;
  const zoom = projector && size !== null ? Math.max(1, size.width / wide) : 1;
  return (
    <div ref={frame} className="h-full min-h-0">
      <div data-enlarged className="h-full min-h-0" style={{ zoom }}>
        {children}
      </div>
    </div>
  );
}
