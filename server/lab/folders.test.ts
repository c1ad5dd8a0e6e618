import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { isThere, makeOwnFolder, ownFolders, writeOwnFile } from './folders';

const FOLDER = `/tmp/nsview-test-${String(process.pid)}`;
const OTHER = `${FOLDER}-other`;
afterEach(() => {
  for (const path of [FOLDER, OTHER]) rmSync(path, { recursive: true, force: true });
});

function mine() {
  return ownFolders().filter(({ path }) => path.startsWith(FOLDER));
}

const taken = expect.objectContaining({ because: { code: 'folder-taken', path: FOLDER } });

describe('folders of the lab', () => {
  it('are made, known again, and listed with their lesson', () => {
    expect(isThere(FOLDER)).toBe(false);
    makeOwnFolder(FOLDER, 'images', 0o1777);
    makeOwnFolder(FOLDER, 'process');
    expect(lstatSync(FOLDER).mode & 0o7777).toBe(0o1777);
    expect(isThere(FOLDER)).toBe(true);
    expect(mine()).toEqual([{ path: FOLDER, lesson: 'images' }]);
  });

  it.each([
    ['a folder of somebody else', () => mkdirSync(FOLDER)],
    [
      'a link to a folder of the lab',
      () => {
        makeOwnFolder(OTHER, 'images');
        symlinkSync(OTHER, FOLDER);
      },
    ],
    ['a link to nothing', () => symlinkSync('/nowhere', FOLDER)],
    [
      'one with a link for a marker',
      () => {
        mkdirSync(FOLDER);
        symlinkSync('/etc/hostname', `${FOLDER}/.nsview-lesson`);
      },
    ],
  ])('%s is none, and is left alone', (_, make) => {
    make();
    expect(() => isThere(FOLDER)).toThrow(taken);
    expect(() => makeOwnFolder(FOLDER, 'images')).toThrow(taken);
    expect(() => writeOwnFile(FOLDER, 'Dockerfile', 'FROM ubuntu')).toThrow(taken);
    expect(mine().map(({ path }) => path)).not.toContain(FOLDER);
    expect(existsSync(`${FOLDER}/Dockerfile`)).toBe(false);
  });

  it('follow no link when a file is written', () => {
    makeOwnFolder(FOLDER, 'images');
    makeOwnFolder(OTHER, 'images');
    symlinkSync(`${OTHER}/secret`, `${FOLDER}/Dockerfile`);
    expect(() => writeOwnFile(FOLDER, 'Dockerfile', 'FROM ubuntu')).toThrow('ELOOP');
    expect(existsSync(`${OTHER}/secret`)).toBe(false);
    writeOwnFile(OTHER, 'Dockerfile', 'FROM ubuntu\n');
    writeOwnFile(OTHER, 'Dockerfile', 'FROM debian\n');
    expect(readFileSync(`${OTHER}/Dockerfile`, 'utf8')).toBe('FROM debian\n');
  });
});
