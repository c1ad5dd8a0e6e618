import { schemaAt, type Json } from './schema';

/** Something that is read at a path. */
export function get(operationId: string, parameters: readonly Json[], content: Json): Json {
  return {
    get: {
      operationId,
      parameters,
      responses: {
        200: { description: 'The answer.', content },
        401: refusal('The token is needed.'),
        403: refusal('By this name the server does not answer.'),
        default: { description: 'Why there is no answer.', content: json('error') },
      },
    },
  };
}

export function json(schema: string): Json {
  return { 'application/json': { schema: { $ref: schemaAt(schema) } } };
}

/** One line of text, for whoever is not let in. */
export function refusal(description: string): Json {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } };
}
