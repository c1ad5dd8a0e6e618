import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../engine/errno';

const configSchema = z.object({ currentContext: z.string().optional() });
const metaSchema = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string().min(1) }) }),
});

/**
 * The name under `currentContext` in the docker command's config.json; null when the file or the
 * field is not there.
 */
export function readCurrentContext(configFolder: string): string | null | { error: string } {
  const file = join(configFolder, 'config.json');
  const config = readJson(file, configSchema);
  if ('error' in config) return config.code === 'ENOENT' ? null : { error: config.error };
  return config.value.currentContext || null;
}

/**
 * The address a context points at, as its file says it. A context is kept in a folder named by the
 * SHA-256 of its name; a folder of TLS keys beside it means that plain HTTP will not do.
 * Source: https://docs.docker.com/engine/manage-resources/contexts/
 */
export function readContextHost(
  configFolder: string,
  name: string,
): { host: string } | { error: string } {
  const digest = createHash('sha256').update(name).digest('hex');
  const meta = readJson(join(configFolder, 'contexts/meta', digest, 'meta.json'), metaSchema);
  if ('error' in meta)
    return { error: meta.code === 'ENOENT' ? `no context named "${name}"` : meta.error };
  if (existsSync(join(configFolder, 'contexts/tls', digest, 'docker')))
    return { error: 'TLS is not supported' };
  return { host: meta.value.Endpoints.docker.Host };
}

function readJson<T>(
  file: string,
  schema: z.ZodType<T>,
): { value: T } | { error: string; code: string | null } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const code = codeOf(cause);
    return { error: `${file}: ${code ?? 'not JSON'}`, code };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return { error: `${file}: not as the docker command writes it`, code: null };
  return { value: parsed.data };
}
