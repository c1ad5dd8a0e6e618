import { TriangleAlert } from 'lucide-react';
import type { Lesson } from '@lib/lessons/lesson';
import { freeSuffix } from '@lib/lessons/names';
import { adopt, taken, withSuffix } from '@lib/lessons/runner';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import type { Following } from './following';

/** Somebody else's containers have the lesson's names: they are left alone until a person says whose they are. */
export function Foreign({ lesson, following }: { lesson: Lesson; following: Following }) {
  const { lessons } = useAllMessages();
  const { run, sight, change } = following;
  const show = useNsview((store) => store.show);
  const names = taken(run, lesson);
  if (names.length === 0) return null;
  const suffix = freeSuffix(lesson, sight.snapshot);
  return (
    <section
      role="alert"
      data-foreign={names.join(' ')}
      className="mb-4 rounded-lg border border-warn bg-raised p-3"
    >
      <p className="flex items-start gap-2">
        <TriangleAlert className="mt-[0.15em] size-[1.2em] shrink-0 text-warn" aria-hidden />
        <span>{lessons.foreign(names)}</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          main
          onClick={() => {
            change((now) => withSuffix(now, lesson, suffix, sight));
            // The step's view is one of these then.
            show({ view: null, select: null, open: false });
          }}
        >
          {lessons.otherNames(lesson.containers.map((name) => `${name}-${suffix}`))}
        </Button>
        <Button
          onClick={() => change((now) => names.reduce((each, name) => adopt(each, name), now))}
        >
          {lessons.mine}
        </Button>
      </div>
    </section>
  );
}
