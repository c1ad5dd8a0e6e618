import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import { focusedOn, hasWandered, namesNoPicture } from '@lib/lessons/focus';
import { imagesTold } from '@lib/lessons/images-told';
import type { Lesson } from '@lib/lessons/lesson';
import { madeBy } from '@lib/lessons/made-by';
import { withNames } from '@lib/lessons/names';
import { replayedAt } from '@lib/lessons/recordings';
import { mountsSpokenOf } from '@lib/lessons/mounts-spoken-of';
import { spokenOf } from '@lib/lessons/spoken-of';
import { isTidied } from '@lib/lessons/tidied';
import { told } from '@lib/lessons/told';
import { plainText, textIn } from '@lib/lessons/text';
import { isVeiled } from '@lib/lessons/veiled';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useLabAgain } from '../lab/lab';
import { NoLab } from '../lab/lab-badge';
import { useStaging } from '../present/staging';
import { useMadeByStep } from '../store/made-by-step';
import { useAllMessages, useLanguage } from '../store/messages';
import { useIsProjectedLesson } from '../store/projected-lesson';
import { speakOf } from '../store/spoken-of';
import { tellStates } from '../store/usage';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { ScrollRegion } from '../ui/scroll-region';
import { Blank } from './blank';
import { beginLessonAgain, useFollowing } from './following';
import { Foreign } from './foreign';
import { ImageStacks } from './image-stacks';
import { Learnt } from './learnt';
import { LessonHeader } from './lesson-header';
import { ReplayBar } from './replay-bar';
import { StepScreen } from './step-screen';
import { useReplay } from './use-replay';
import { useShowingToo } from './use-showing-too';
import { useStands } from './use-stands';
import { useTight } from './use-tight';
import { useTellingState } from './use-telling-state';
import { Veil } from './veil';
import { Walk } from './walk';
import styles from './lesson.module.css';

interface LessonWalkProps {
  lesson: Lesson;
  /** Which of the course it is, from 1; null: it is not of the course. */
  number: number | null;
}

/** A lesson at the step that the address names. */
export function LessonWalk({ lesson, number }: LessonWalkProps) {
  const { lessons } = useAllMessages();
  const language = useLanguage();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  const isProjected = useIsProjectedLesson();
  const [isBlank, setBlank] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  const leftOut = useTight(screen);
  const at = viewState.step;
  const step = lesson.steps[at - 1];
  if (step === undefined) throw new Error(`${lesson.id} has no step ${at}`);
  const following = useFollowing(lesson, step);
  useLabAgain(lesson.id);
  // Who follows reads of the containers as they are named here.
  const suffix = following?.run.suffix ?? '';
  useEffect(() => useStaging.setState({ suffix }), [suffix]);
  useLayoutEffect(() => {
    const lines = step.run.map((line) => withNames({ suffix }, lesson, line));
    useMadeByStep.setState({ made: madeBy(lines) });
    return () => useMadeByStep.setState({ made: [] });
  }, [lesson, step, suffix]);
  const named = (text: string) =>
    following === null ? text : withNames(following.run, lesson, text);
  const focusOf = (nth: number) => {
    const focus = lesson.steps[nth - 1]?.focus;
    return focus === undefined ? undefined : named(focus);
  };
  const focus = focusOf(at);
  const go = (nth: number) => {
    const next = lesson.steps[nth - 1];
    if (next === undefined || nth === at) return;
    const replayed = replayedAt(viewState, lesson.id, next.id);
    show(focusedOn({ ...viewState, ...replayed, step: nth }, focusOf(nth)));
  };
  const replay = useReplay(lesson, step);
  // What is to be seen of this step comes before the next one.
  const goOn = () => {
    if (replay?.goOn() !== true) go(at + 1);
  };
  const tell = useNsview((store) => store.tell);
  const [timesBegun, setTimesBegun] = useState(0);
  const beginAgain = () => {
    beginLessonAgain(lesson);
    if (at === 1) replay?.rewind();
    else go(1);
    setTimesBegun(timesBegun + 1);
  };
  const backToView = () => show(focusedOn(viewState, focus));

  // Of who comes by an address that names the step alone.
  const isToBeShown = following !== null && namesNoPicture(viewState);
  useLayoutEffect(() => {
    if (isToBeShown) show(focusedOn(useNsview.getState().viewState, focus));
  }, [isToBeShown, focus, show]);

  useShortcuts(KEYS.lesson.step, {
    back: () => go(at - 1),
    on: goOn,
    first: () => go(1),
  });
  useShortcuts(KEYS.lesson.view, { back: backToView });
  useShortcuts(KEYS.lesson.blank, { toggle: () => setBlank(!isBlank) });
  useShortcuts(KEYS.lesson.language, {
    toggle: () => show({ language: language === 'en' ? 'zh-CN' : 'en' }),
  });

  const toldAll = following === null ? null : told(following.run, lesson, step.id, following.sight);
  const hinted = toldAll?.hint ?? null;
  const stands = useStands(hinted === null ? null : `${step.id} ${String(hinted)}`);
  const tellsNow =
    following === null || stands
      ? toldAll
      : told(following.run, lesson, step.id, following.sight, false);
  useShowingToo(step, tellsNow, following?.run.steps[step.id]);
  const cameTo = tellsNow?.state;
  const state = cameTo ?? 'waiting';
  const hint = step.hints[tellsNow?.hint ?? -1];
  // No answer brings the picture of what cannot be done.
  const isHidden =
    isProjected && state !== 'impossible' && isVeiled(step, following?.run.steps[step.id]);
  const isFocused = !hasWandered(viewState, focus);
  const isLeft =
    following !== null &&
    isProjected &&
    isFocused &&
    step.kind === 'recap' &&
    following.run.steps[step.id]?.chosen !== undefined &&
    isTidied(following.run, following.sight);
  const images =
    following === null || !isFocused ? [] : imagesTold(step, following.run, following.sight);
  useEffect(() => {
    if (following === null) return speakOf([], []);
    const { run, sight } = following;
    const spoken = spokenOf(step, run, sight);
    speakOf(spoken, mountsSpokenOf(step, run, sight));
    tellStates(spoken);
  });
  useEffect(() => () => speakOf([], []), []);
  const title = lessons.stepTitle(at, named(plainText(textIn(step.title, language))));
  useTellingState(
    title,
    hint === undefined ? null : named(plainText(textIn(hint.say, language))),
    cameTo ?? null,
  );
  const tellBegun = useEffectEvent(() => tell(`${lessons.begunAgain} ${title}`));
  useEffect(() => {
    // After the step was told, whose words these take along: what is told last is heard.
    if (timesBegun > 0) tellBegun();
  }, [timesBegun]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.lesson = lesson.id;
    dataset.step = String(at);
    // Before the machine was looked at it has come to nothing, not even to wait.
    if (cameTo === undefined) delete dataset.stepState;
    else dataset.stepState = cameTo;
  }, [lesson, at, cameTo]);
  useEffect(
    () => () => {
      for (const name of ['data-lesson', 'data-step', 'data-step-state']) {
        document.documentElement.removeAttribute(name);
      }
    },
    [],
  );

  return (
    <>
      <LessonHeader {...{ lesson, following, at, state }} onGo={go} onAgain={beginAgain} />
      <ScrollRegion label={lessons.stepNumber(at)} className="flex-1">
        <div ref={screen} className={styles.screen}>
          <NoLab />
          {following !== null && <Foreign lesson={lesson} following={following} />}
          <StepScreen
            key={step.id}
            lesson={lesson}
            step={step}
            following={following}
            told={tellsNow}
            leftOut={leftOut}
          />
        </div>
      </ScrollRegion>
      {following !== null && !isFocused && (
        <div className="px-5 pb-2">
          <Button onClick={backToView}>{lessons.backToView}</Button>
        </div>
      )}
      <ReplayBar lesson={lesson} step={step} state={state} replay={replay} focus={focus} />
      <Walk
        number={number}
        at={at}
        of={lesson.steps.length}
        onBack={() => go(at - 1)}
        onNext={goOn}
        onAgain={at === lesson.steps.length && state === 'done' ? beginAgain : null}
      />
      {isHidden && <Veil />}
      {isLeft && <Learnt lesson={lesson} named={named} />}
      {!isHidden && images.length > 0 && <ImageStacks told={images} named={named} />}
      {isBlank && <Blank onEnd={() => setBlank(false)} />}
    </>
  );
}
