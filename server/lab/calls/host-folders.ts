import { demandOwnFolder, FOLDER, isThere, makeOwnFolder, writeOwnFile } from '../folders';
import type { Shape } from '../shape';
import { PRINTED, printed } from './printed';

/** What lessons do to folders of the lab. */
export const HOST_FOLDERS: readonly Shape[] = [
  {
    pattern: new RegExp(`^mkdir -p (?:-m ([01]?[0-7]{3}) )?(${FOLDER})$`),
    call: ([, mode, folder = '']) => ({
      rule: 'own-folder',
      does: ({ lesson }) => {
        makeOwnFolder(folder, lesson.id, mode === undefined ? undefined : parseInt(mode, 8));
        return Promise.resolve(0);
      },
    }),
  },
  {
    pattern: new RegExp(`^printf '${PRINTED}' > (${FOLDER})/([A-Z][A-Za-z]*)$`),
    call: ([, text = '', folder = '', name = '']) => ({
      rule: 'own-folder',
      long: true,
      does: async (doing) => {
        demandOwnFolder(folder);
        writeOwnFile(folder, name, await printed(text, doing));
        return 0;
      },
    }),
  },
  {
    pattern: new RegExp(`^(?:sudo )?rm -rf? (${FOLDER}(?: ${FOLDER})*)$`),
    call: ([, folders = '']) => ({
      rule: 'own-folder',
      does: (doing) => {
        const there = folders.split(' ').filter((what) => {
          const found = isThere(what);
          if (!found) doing.tell({ kind: 'says', news: { code: 'left-out', what } });
          return found;
        });
        if (there.length === 0) return Promise.resolve(0);
        const { environment } = doing.docker;
        return doing.run({ argv: ['rm', '-rf', '--', ...there], environment });
      },
    }),
  },
];
