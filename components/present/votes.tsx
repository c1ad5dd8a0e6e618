import { useEffect } from 'react';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { reveal, useStaging } from './staging';

/** The votes on a question, where it is put to those who follow; null: it is not. */
export function useBallot(lesson: string, step: string) {
  return useStaging(({ stage }) => {
    const ballot = stage?.ballot ?? null;
    return ballot?.lesson === lesson && ballot.step === step ? ballot : null;
  });
}

interface VotesProps {
  lesson: string;
  step: string;
  /** Is it told here which answer is right? Then it is told to all. */
  isTold: boolean;
}

/** How many have voted, and how to let everybody see for what. Before that nobody does: this is on a wall. */
export function Votes({ lesson, step, isTold }: VotesProps) {
  const { present } = useAllMessages();
  const ballot = useBallot(lesson, step);
  const followers = useStaging(({ stage }) => stage?.followers ?? 0);
  const leads = useStaging(({ stage }) => stage?.leads === 'you');
  const isDue = leads && isTold && ballot !== null && ballot.shown !== 'answer';
  useEffect(() => {
    if (isDue) reveal(lesson, step, 'answer');
  }, [isDue, lesson, step]);
  if (ballot === null) return null;
  const { voted, shown } = ballot;
  return (
    <div className="flex flex-wrap items-center gap-3" data-voted={voted}>
      <p className="text-dim">{present.voted(voted, Math.max(voted, followers))}</p>
      {shown === 'nothing' && leads && (
        <Button onClick={() => reveal(lesson, step, 'votes')}>{present.reveal}</Button>
      )}
    </div>
  );
}
