import type { Snapshot } from '../model/snapshot';
import type { AskedQuestion, Outcome } from '../protocol/ask';
import { QUESTIONS, type QuestionName } from '../questions/questions';
import type { Question } from '../questions/question';
import { handler, NotInRecording, NotThere, type Handler, type Teller } from './handler';
import { lifeOfContainer, lifeOfProcess, lifeOfReach } from './life-of';
import type { RecordedMoment } from './recorded-moment';
import { gone, notInRecording, refusal } from './refusal';
import { TOLD } from './told';

/** A question to which a recording has the answers that were given, and nothing to work one out from. */
function kept<Q, A>(
  question: Question<Q, A>,
  lifetimeOf: (asked: Q, snapshot: Snapshot) => string | null = () => '',
): Handler<Teller> {
  const answer = () => Promise.reject(new NotInRecording());
  return handler(question, { runs: [], deadline: 0, fresh: 0, lifetimeOf, answer });
}

const HANDLERS: Record<QuestionName, Handler<Teller>> = {
  config: kept(QUESTIONS.config),
  findings: kept(QUESTIONS.findings),
  holders: kept(QUESTIONS.holders),
  process: kept(QUESTIONS.process, ({ pid }, snapshot) => lifeOfProcess(pid, snapshot)),
  reach: kept(QUESTIONS.reach, lifeOfReach),
  usage: kept(QUESTIONS.usage),
  use: kept(QUESTIONS.use, ({ container }, snapshot) => lifeOfContainer(container, snapshot)),
  uses: kept(QUESTIONS.uses),
  ...TOLD,
};

const BY_NAME = new Map<string, Handler<Teller>>(Object.entries(HANDLERS));

/**
 * What a recording answers at a moment of it, where there is no server to ask. Never rejects: what goes wrong is an
 * answer as well.
 */
export async function answerAt(
  moment: RecordedMoment,
  { name, ...fields }: AskedQuestion,
): Promise<Outcome> {
  const prepared = BY_NAME.get(name)?.(fields);
  if (prepared === undefined) return refusal('unknown-question', `there is no question ${name}`);
  if (typeof prepared === 'string') return refusal('invalid', prepared);
  const { snapshot } = moment;
  const life = prepared.lifetime(snapshot);
  const recorded = life === null ? null : moment.answered(name, prepared.key, life);
  if (recorded !== null) return recorded;
  if (!prepared.runs.includes('recording')) return notInRecording();
  if (life === null) return gone('no such namespace or process then');
  try {
    return { answer: await prepared.read(tellerOf(moment), snapshot.takenAt) };
  } catch (error) {
    if (error instanceof NotInRecording) return notInRecording();
    if (error instanceof NotThere) return gone(error.message);
    return refusal('failed', error instanceof Error ? error.message : String(error));
  }
}

function tellerOf(moment: RecordedMoment): Teller {
  return {
    past: moment.past,
    seen: async () => moment.snapshot,
    fresh: async () => moment.snapshot,
    details: {
      inside: async (request) => moment.inside(request),
      images: async () => moment.images,
      written: async (containers) => moment.written(containers),
    },
  };
}
