import { elementQuestions } from '@lib/netlink/nft-sets';
import {
  ELEMENTS,
  PASSAGE_FILES,
  PASSAGE_QUESTIONS,
  type PassageReading,
  type PassageRequest,
} from '@lib/reach/reading';
import type { Enter } from '../enter/enter';
import type { Told } from '../enter/requests';
import { attempt } from '../proc/reason';

/** All that decides what passes through a network: as the kernel tells it, for lib/reach to make sense of. */
export async function readPassage(enter: Enter, request: PassageRequest): Promise<PassageReading> {
  const [answers, files] = await Promise.all([
    enter.ask(request, Object.values(PASSAGE_QUESTIONS)),
    enter.read(request, Object.values(PASSAGE_FILES)),
  ]);
  const questions = Object.keys(PASSAGE_QUESTIONS);
  const sets = answers[questions.indexOf('nftSets')]?.bytes ?? null;
  const named = (names: readonly string[], told: readonly Told[]) =>
    names.map((name, at) => [name, part(told[at])] as const);
  return Object.fromEntries([
    ...named(questions, answers),
    ...named(Object.keys(PASSAGE_FILES), files),
    [ELEMENTS, part(await elementsOf(sets, enter, request))],
  ]);
}

/** What is in sets of the firewall, one after the other; one that is not told is left out. */
async function elementsOf(
  sets: Uint8Array | null,
  enter: Enter,
  request: PassageRequest,
): Promise<Told> {
  const questions = sets === null ? null : attempt(() => elementQuestions(sets));
  const answers = questions === null ? [] : await enter.ask(request, questions);
  return { bytes: Buffer.concat(answers.flatMap(({ bytes }) => bytes ?? [])), errno: null };
}

function part(told: Told | undefined): PassageReading[string] {
  // There is an answer to each question.
  if (told === undefined) return { value: null, reason: 'EBADMSG' };
  const { bytes, errno } = told;
  return bytes === null
    ? { value: null, reason: errno }
    : { value: Buffer.from(bytes).toString('base64'), reason: null };
}
