import * as z from 'zod/mini';
import { labRunSchema } from '../lab/run';
import { labCleanSchema } from '../lab/state';
import { LAB, LAB_CLEAN, LAB_COMMANDS, LAB_RUN, LAB_STOP } from './lab-paths';
import { json, refusal } from './operation';
import { asked, schemaAt, type Json } from './schema';

/** What is asked of the lab and what it is told: without a lab all but its state is refused. */
export function labOperations(): Json {
  const parameters = [
    { name: 'lesson', in: 'query', required: true, schema: { type: 'string' } },
  ] as const;
  const events = { 'application/x-ndjson': { schema: { $ref: schemaAt('lab-event') } } };
  return {
    [LAB]: { get: { operationId: 'lab', parameters: [], responses: responses(json('lab')) } },
    [LAB_COMMANDS]: {
      get: {
        ...{ operationId: 'lab-commands', parameters },
        responses: responses(json('lab-commands')),
      },
    },
    [LAB_RUN]: post('lab-run', labRunSchema, events),
    [LAB_STOP]: post('lab-stop', z.strictObject({}), json('lab-stopped')),
    [LAB_CLEAN]: post('lab-clean', labCleanSchema, json('lab-cleaned')),
  };
}

function post(operationId: string, body: z.ZodMiniType, content: Json): Json {
  return {
    post: {
      operationId,
      requestBody: { required: true, content: { 'application/json': { schema: asked(body) } } },
      responses: responses(content),
    },
  };
}

function responses(content: Json): Json {
  return {
    200: { description: 'The answer, or each event as it happens.', content },
    401: refusal('The token is needed.'),
    default: { description: 'Why it is not done.', content: json('lab-error') },
  };
}
