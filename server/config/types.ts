import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import { COMMON, wrongValue, type Context } from './common';

/** The options of a command that tells of namespaces of some types. */
export const TYPES_AND_JSON = {
  ...COMMON,
  type: { type: 'string', short: 't', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

/** Those that are listed, each time with commas between; all where none is. */
export function typesIn(
  lists: readonly string[] = [],
  cli: Context['messages']['cli'],
): ReadonlySet<NamespaceType> {
  const types = lists.flatMap((list) =>
    list.split(',').map((name) => {
      const type = namespaceTypeSchema.safeParse(name.trim());
      if (!type.success) throw wrongValue(cli, '--type', list, cli.typeList);
      return type.data;
    }),
  );
  return new Set(types.length > 0 ? types : NAMESPACE_TYPES);
}
