import * as z from 'zod/mini';

const textsSchema = z.record(z.string(), z.string());
const metadataSchema = z.object({ name: z.string() });
const imageSchema = z.nullable(z.object({ image: z.string() }));

const sandboxSchema = z.object({
  id: z.string().check(z.minLength(1)),
  metadata: metadataSchema,
  state: z.int(),
  created_at: z.number(),
  labels: textsSchema,
  runtime_handler: z.string(),
});
const containerSchema = z.object({
  id: z.string().check(z.minLength(1)),
  pod_sandbox_id: z.string(),
  metadata: metadataSchema,
  image: imageSchema,
  state: z.int(),
  created_at: z.number(),
  labels: textsSchema,
});

export type SandboxAnswer = z.infer<typeof sandboxSchema>;
export type ContainerAnswer = z.infer<typeof containerSchema>;

/** What is answered to each call, as far as it is read. */
export const ANSWERS = {
  version: z.object({ runtime_name: z.string(), runtime_version: z.string() }),
  sandboxes: z.object({ items: z.array(sandboxSchema) }),
  containers: z.object({ containers: z.array(containerSchema) }),
  sandbox: z.object({ info: textsSchema }),
  container: z.object({
    status: z.object({ started_at: z.number(), exit_code: z.int(), image: imageSchema }),
    info: textsSchema,
  }),
};
