import * as z from 'zod/mini';
import { Fields, isObject } from './fields';
import type { HistoryEntry, ImageListing, ImageReading } from './reading';

/** With which Docker says that it has no image of its own for an entry. */
const NO_IMAGE = '<missing>';
/** With which lists of images say the same of tags. */
const NO_TAG = '<none>:<none>';

const textSchema = z.string().check(z.minLength(1));
const textsSchema = z.array(z.string());
const rootSchema = z.object({ Layers: z.nullish(textsSchema) });
const bytesSchema = z.number().check(z.nonnegative());
const idSchema = z.string();

/**
 * `GET /images/{id}/json` → a reading. Null when `json` is not an object at all, or tells no id.
 * Source: Docker Engine API, ImageInspect.
 */
export function parseImage(json: unknown): ImageReading | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const id = fields.required('id', ['Id'], textSchema, '');
  if (id === '') return null;
  const root = fields.required<z.infer<typeof rootSchema> | null>(
    'layers',
    ['RootFS'],
    rootSchema,
    null,
  );
  return {
    id,
    tags: fields.optional('tags', ['RepoTags'], textsSchema, []),
    bytes: fields.required<number | null>('bytes', ['Size'], bytesSchema, null),
    // An image from nothing has none.
    digests: root === null ? null : (root.Layers ?? []),
    unreadable: fields.unreadable,
  };
}

/**
 * `GET /images/json` → its lines, in its order, without those that tell no id. Null when `json` is no such list.
 * Source: Docker Engine API, ImageList.
 */
export function parseImageList(json: unknown): ImageListing[] | null {
  if (!Array.isArray(json)) return null;
  const lines: unknown[] = json;
  return lines.flatMap((each) => {
    if (!isObject(each)) return [];
    const fields = new Fields(each);
    const id = fields.required('id', ['Id'], textSchema, '');
    const tags = fields.optional('tags', ['RepoTags'], textsSchema, []);
    const bytes = fields.optional<number | null>('bytes', ['Size'], bytesSchema, null);
    // Engines of before 1.43 name by that one who has no tag.
    return id === '' ? [] : { id, tags: tags.filter((tag) => tag !== NO_TAG), bytes };
  });
}

/**
 * `GET /images/{id}/history` → its entries, the oldest first. Null when `json` is no such list.
 * Source: Docker Engine API, ImageHistory.
 */
export function parseHistory(json: unknown): HistoryEntry[] | null {
  if (!Array.isArray(json)) return null;
  const entries: unknown[] = json;
  return entries.map(entryOf).reverse();
}

/** What is odd in an entry is not told: it says less, and never something else. */
function entryOf(json: unknown): HistoryEntry {
  const fields = new Fields(json);
  const id = fields.optional('id', ['Id'], idSchema, NO_IMAGE);
  // An image that was packed by no builder has a remark instead.
  const createdBy = fields.optional('createdBy', ['CreatedBy'], idSchema, '');
  const told = createdBy === '' ? fields.optional('comment', ['Comment'], idSchema, '') : createdBy;
  return {
    id: id === NO_IMAGE || id === '' ? null : id,
    createdBy: told,
    bytes: fields.optional<number | null>('bytes', ['Size'], bytesSchema, null),
  };
}

/**
 * `GET /containers/{id}/json?size=1` → the bytes of its own layer; these are null where they are not told.
 * Null when `json` is not an object at all. Source: Docker Engine API, ContainerInspect.
 */
export function parseWritten(json: unknown): { bytes: number | null } | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  return { bytes: fields.optional<number | null>('bytes', ['SizeRw'], bytesSchema, null) };
}
