import { Printer, TriangleAlert } from 'lucide-react';
import { handoutPath } from '@lib/api/lesson-paths';
import { replayedAt } from '@lib/lessons/recordings';
import { plainText, textIn } from '@lib/lessons/text';
import { DEFAULT_VIEW_STATE, formatViewState } from '@lib/view-state/view-state';
import { leaveLesson } from '../lab/leaving';
import { useAllMessages, useLanguage } from '../store/messages';
import { useNsview } from '../store/store';
import { Fetched } from '../ui/fetched';
import { LessonText } from '../ui/lesson-text';
import { isPlain } from '../ui/plain-click';
import { LISTED } from './lesson-files';

const ROW = 'flex min-w-0 flex-1 items-baseline gap-3 rounded-lg border border-line px-3 py-2';

/** Every lesson that there is; each leads to its first step. @param onChosen once one was */
export function LessonList({ onChosen }: { onChosen?: () => void }) {
  const { lessons } = useAllMessages();
  const language = useLanguage();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  // What is shown is the step's to say: of what is shown now nothing stays but how it looks, and of which machine.
  const { theme, projector, language: chosen } = viewState;
  const at = (id: string, [firstStep]: readonly { id: string }[]) => {
    const { recording } = replayedAt(viewState, id, firstStep?.id ?? '');
    const first = { lesson: id, step: 1, theme, projector, recording, language: chosen };
    return { ...DEFAULT_VIEW_STATE, ...first };
  };
  return (
    <Fetched part={LISTED}>
      {(listed) => (
        <ol className="flex flex-col gap-2">
          {listed.map((lesson) => (
            <li key={lesson.id} className="flex items-stretch gap-2">
              {'mistakes' in lesson ? (
                <p className={`${ROW} text-warn`}>
                  <TriangleAlert size="1em" className="shrink-0 self-center" aria-hidden />
                  <span className="min-w-0 flex-1 break-words">
                    {lessons.unreadable(lesson.id, lesson.mistakes.join(' '))}
                  </span>
                </p>
              ) : (
                <a
                  href={formatViewState(at(lesson.id, lesson.steps))}
                  aria-current={lesson.id === viewState.lesson ? 'page' : undefined}
                  onClick={(event) => {
                    if (!isPlain(event)) return;
                    event.preventDefault();
                    onChosen?.();
                    const isOther = lesson.id !== viewState.lesson;
                    leaveLesson(isOther ? viewState.lesson : null, () =>
                      show(at(lesson.id, lesson.steps)),
                    );
                  }}
                  className={`${ROW} hover:border-line-strong hover:bg-raised aria-[current=page]:border-focus aria-[current=page]:bg-selected`}
                >
                  {lesson.number !== null && (
                    <span data-number className="font-mono text-dim">
                      {lesson.number}
                    </span>
                  )}
                  <span className="min-w-0 flex-1">
                    <span className="font-semibold">
                      <LessonText>{textIn(lesson.title, language)}</LessonText>
                    </span>
                    <span className="block text-dim">
                      <LessonText>{textIn(lesson.about, language)}</LessonText>
                    </span>
                  </span>
                  <span className="text-xs whitespace-nowrap text-dim">
                    {lessons.stepCount(lesson.steps.length)}
                  </span>
                </a>
              )}
              {'steps' in lesson && (
                <a
                  href={handoutPath(lesson.id, language)}
                  target="_blank"
                  rel="noreferrer"
                  data-handout={lesson.id}
                  aria-label={lessons.handoutOf(plainText(textIn(lesson.title, language)))}
                  title={lessons.handout}
                  className="flex items-center rounded-lg border border-line px-3 text-dim hover:border-line-strong hover:bg-raised hover:text-text"
                >
                  <Printer size="1.14rem" aria-hidden />
                </a>
              )}
            </li>
          ))}
        </ol>
      )}
    </Fetched>
  );
}
