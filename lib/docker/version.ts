import { z } from 'zod';
import { Fields, isObject } from './fields';
import type { EngineVersion } from './reading';

const versionSchema = z.string().nullable();
const componentsSchema = z.array(z.unknown());

/**
 * `GET /version` → which engine answers and which API versions it speaks. Null when `json` is not an
 * object. Podman names itself among `Components`.
 * Source: Docker Engine API, SystemVersion.
 */
export function parseVersion(json: unknown): EngineVersion | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const components = fields.optional('components', ['Components'], componentsSchema, []);
  const isPodman = components.some((component) =>
    new Fields(component).optional('name', ['Name'], z.string(), '').startsWith('Podman'),
  );
  return {
    kind: isPodman ? 'podman' : 'docker',
    version: fields.required('version', ['Version'], versionSchema, null),
    apiVersion: fields.required('apiVersion', ['ApiVersion'], versionSchema, null),
    minApiVersion: fields.required('minApiVersion', ['MinAPIVersion'], versionSchema, null),
  };
}
