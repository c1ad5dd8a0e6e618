import * as z from 'zod/mini';
import { labCommandsSchema, labErrorSchema, labEventSchema } from '../lab/run';
import { labCleanedSchema, labStateSchema, labStoppedSchema } from '../lab/state';
import { lessonSchema, textSchema, predicateSchema } from '../lessons/lesson';
import { listedSchema } from '../lessons/listed';
import { LANGUAGES } from '../model/language';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { snapshotSchema } from '../model/snapshot';
import { askErrorSchema } from '../protocol/ask';
import { QUESTIONS } from '../questions/questions';
import { healthSchema, usageListSchema } from './health';
import { FIGURE } from './figure-path';
import { labOperations } from './lab-operations';
import { LESSONS } from './lesson-paths';
import { get, json } from './operation';
import { fieldsIn, questionPaths } from './paths';
import { THEMES, VIEWS } from '../view-state/view-state';
import { answered, answeredTogether, type Json } from './schema';

/** Those of the page's address, which the page validates as well, and what a picture needs besides. */
const FIGURE_PARAMETERS: readonly Json[] = [
  { name: 'view', in: 'query', schema: { enum: VIEWS } },
  { name: 'lens', in: 'query', schema: { enum: NAMESPACE_TYPES } },
  { name: 'select', in: 'query', schema: { type: 'string' } },
  { name: 'theme', in: 'query', schema: { enum: THEMES } },
  { name: 'lang', in: 'query', schema: { enum: LANGUAGES } },
  { name: 'size', in: 'query', schema: { type: 'string', pattern: '^[0-9]+x[0-9]+$' } },
  { name: 'text', in: 'query', schema: { enum: ['outlines', 'fonts'] } },
];

/**
 * The HTTP API in OpenAPI 3.1, made of the schemas that answers and questions are checked with: a question that
 * is in the table of questions is in it.
 *
 * @param version of nsview
 */
export function openApi(version: string): Json {
  const answers = Object.entries(QUESTIONS).map(
    ([name, { answer }]) => [name, answered(answer)] as const,
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'nsview',
      version,
      description:
        'Which containers share which namespaces of Linux, and what each of them sees and uses. Everything is read; nothing is changed but by the lab, and there is none unless nsview was started with it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    // An account that needs no token, a token, or the cookie that a one-time address gives.
    security: [{}, { token: [] }],
    paths: {
      '/healthz': get('health', [], json('health')),
      '/metrics': get('metrics', [], { 'text/plain': { schema: { type: 'string' } } }),
      '/api/v1/openapi.json': get('description', [], {
        'application/json': { schema: { type: 'object' } },
      }),
      '/api/v1/snapshot': get(
        'snapshot',
        [{ name: 'heldBy', in: 'query', schema: { const: 'now' } }],
        json('snapshot'),
      ),
      [FIGURE]: get('figure', FIGURE_PARAMETERS, {
        'image/svg+xml': { schema: { type: 'string' } },
      }),
      [LESSONS]: get('lessons', [], json('lessons')),
      [`${LESSONS}/{lesson}`]: get(
        'lesson',
        [{ name: 'lesson', in: 'path', required: true, schema: { type: 'string' } }],
        json('lesson'),
      ),
      '/api/v1/usage': get('usage-list', [], json('usage-list')),
      ...labOperations(),
      ...Object.fromEntries(
        questionPaths().map(([path, name]) => [path, questionOperation(path, name)]),
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        error: answered(z.object({ error: askErrorSchema })),
        health: answered(healthSchema),
        snapshot: answered(snapshotSchema),
        'usage-list': answered(usageListSchema),
        lab: answered(labStateSchema),
        'lab-commands': answered(labCommandsSchema),
        'lab-event': answered(labEventSchema),
        'lab-stopped': answered(labStoppedSchema),
        'lab-cleaned': answered(labCleanedSchema),
        'lab-error': answered(labErrorSchema),
        ...answeredTogether({
          ...{ lessons: z.array(listedSchema), lesson: lessonSchema },
          ...{ 'lesson-predicate': predicateSchema, 'lesson-text': textSchema },
        }),
        ...Object.fromEntries(answers.map(([name, schema]) => [`answer-${name}`, schema])),
      },
    },
  };
}

function questionOperation(path: string, name: keyof typeof QUESTIONS): Json {
  const { properties = {}, required = [] } = z.toJSONSchema(QUESTIONS[name].question, {
    io: 'input',
  });
  const inPath = fieldsIn(path);
  const parameters = Object.entries(properties).map(([field, schema]) =>
    inPath.includes(field)
      ? { name: field, in: 'path', required: true, schema }
      : // Several are one text, with commas.
        {
          ...{ name: field, in: 'query', required: required.includes(field) },
          ...{ style: 'form', explode: false, schema },
        },
  );
  // Each path is an operation of its own, also where it asks the same.
  const id = path.replace('/api/v1/', '').replaceAll(/[{}]/g, '').replaceAll('/', '-');
  return get(id, parameters, json(`answer-${name}`));
}
