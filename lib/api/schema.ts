import * as z from 'zod/mini';

export type Json = Readonly<Record<string, unknown>>;

/** A later version may tell more: what is not named is no error. */
const OPEN: Parameters<typeof z.toJSONSchema>[1] = {
  override: ({ jsonSchema }) => {
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  },
};

/** The schema of an answer. */
export function answered(schema: z.ZodMiniType): Json {
  return embedded(z.toJSONSchema(schema, OPEN));
}

/** The schema of what is told. */
export function asked(schema: z.ZodMiniType): Json {
  return embedded(z.toJSONSchema(schema, { io: 'input' }));
}

/** Schemas that are made of each other, by the names that they have in the description. */
export function answeredTogether(schemas: Readonly<Record<string, z.ZodMiniType>>): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const described = z.toJSONSchema(registry, { ...OPEN, uri: schemaAt });
  return Object.fromEntries(
    Object.entries(described.schemas).map(([id, schema]) => [id, embedded(schema)]),
  );
}

/** Where a schema is in the description. */
export function schemaAt(name: string): string {
  return `#/components/schemas/${name}`;
}

function embedded({ $schema: _same, $id: _here, ...described }: Json): Json {
  return described;
}
