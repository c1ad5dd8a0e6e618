import { holders } from './holders';
import { inside } from './inside';
import { insides } from './insides';
import { reach } from './reach';
import { usage } from './usage';

/** All questions that there are, by name. What answers them is server/questions/handlers.ts. */
export const QUESTIONS = { holders, inside, insides, reach, usage };

export type QuestionName = keyof typeof QUESTIONS;

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}
