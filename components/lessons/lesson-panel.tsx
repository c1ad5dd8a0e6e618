import { labPart } from '../lab/lab-part';
import { LeavingDialog } from '../lab/leaving';
import { useMessages, useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Boundary } from '../ui/boundary';
import { Fetched } from '../ui/fetched';
import { Button } from '../ui/button';
import { LessonList } from './lesson-list';
import { LISTED, lessonPart } from './lesson-files';
import { LessonWalk } from './lesson-walk';
import styles from './lesson.module.css';

/** The lesson that the address names, beside the picture. */
export function LessonPanel() {
  const { shell } = useMessages();
  const { lessons } = useAllMessages();
  const id = useNsview(({ viewState }) => viewState.lesson);
  const step = useNsview(({ viewState }) => viewState.step);
  if (id === null) return null;
  return (
    <aside
      id="lesson"
      tabIndex={-1}
      aria-label={lessons.panel}
      className={`flex max-h-[60%] shrink-0 flex-col border-b border-line bg-surface outline-none low:max-h-none lg:max-h-none lg:border-r lg:border-b-0 ${styles.panel}`}
    >
      <Boundary sentence={shell.inspectorFailed} drawn={`${id} ${step}`} home="lesson">
        <Fetched part={LISTED}>
          {(listed) => {
            const lesson = listed.find((each) => each.id === id);
            if (lesson === undefined) return <NoSuch what={lessons.noLesson(id)} />;
            if ('mistakes' in lesson) {
              return <NoSuch what={lessons.unreadable(id, lesson.mistakes.join(' '))} />;
            }
            if (step > lesson.steps.length) {
              const count = lesson.steps.length;
              return <NoSuch what={lessons.noStep(step, count)} lesson={id} />;
            }
            return (
              <Fetched key={id} part={lessonPart(id)}>
                {(whole) => (
                  <Fetched part={labPart(id)}>
                    {() => <LessonWalk lesson={whole} number={lesson.number} />}
                  </Fetched>
                )}
              </Fetched>
            );
          }}
        </Fetched>
        <LeavingDialog />
      </Boundary>
    </aside>
  );
}

/** The address names what is not there; these are. @param lesson the one that is there, without such a step */
function NoSuch({ what, lesson }: { what: string; lesson?: string }) {
  const { lessons } = useAllMessages();
  const show = useNsview((store) => store.show);
  return (
    <div className="flex flex-col gap-4 overflow-y-auto p-5">
      <p role="alert" className="font-semibold text-warn">
        {what}
      </p>
      <div className="flex flex-wrap gap-2">
        {lesson !== undefined && (
          <Button main onClick={() => show({ step: 1 })}>
            {lessons.toFirst}
          </Button>
        )}
        <Button onClick={() => show({ lesson: null, step: 1 })}>{lessons.leave}</Button>
      </div>
      <LessonList />
    </div>
  );
}
