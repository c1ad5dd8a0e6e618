import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal';

/** Folders of the lab are right below it, where nobody else can put something in the place of one. */
const PLACE = '/tmp';
export const FOLDER = String.raw`/tmp/nsview-[a-z0-9-]{1,40}`;

/** A file in each that says so, with the lesson that it was made for: what the label is in Docker. */
const MARKER = '.nsview-lesson';

/** The lesson that a folder of the lab was made for; null: it is not there, or somebody else's. */
function lessonOf(path: string): string | null {
  try {
    const uid = process.getuid?.();
    const [folder, marker] = [lstatSync(path), lstatSync(join(path, MARKER))];
    const isOurs = folder.isDirectory() && folder.uid === uid;
    if (!isOurs || !marker.isFile() || marker.uid !== uid) return null;
    return readFileSync(join(path, MARKER), 'utf8').trim();
  } catch {
    return null; // Whatever is there, it is not as the lab makes it.
  }
}

/**
 * Makes a folder of the lab, or finds the one that it made.
 * @param mode who else may write there
 * @throws Refusal where something else is at that path
 */
export function makeOwnFolder(path: string, lesson: string, mode = 0o755): void {
  try {
    mkdirSync(path);
  } catch {
    if (lessonOf(path) === null) throw new Refusal({ code: 'folder-taken', path });
    return;
  }
  chmodSync(path, mode);
  writeFileSync(join(path, MARKER), `${lesson}\n`, { flag: 'wx' });
}

/** @throws Refusal where it is not the lab's, or not there */
export function demandOwnFolder(path: string): void {
  if (!isThere(path)) throw new Refusal({ code: 'not-there', what: path });
}

/** Is there such a folder of the lab? @throws Refusal where there is something else */
export function isThere(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  if (lessonOf(path) === null) throw new Refusal({ code: 'folder-taken', path });
  return true;
}

/** Writes a file in a folder of the lab, and follows no link there. @throws Refusal where the folder is not its own */
export function writeOwnFile(folder: string, name: string, text: string): void {
  demandOwnFolder(folder);
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const file = openSync(join(folder, name), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** All folders of the lab, with the lessons that they were made for. */
export function ownFolders(): { path: string; lesson: string }[] {
  const pattern = new RegExp(`^${FOLDER}$`);
  return readdirSync(PLACE)
    .map((name) => join(PLACE, name))
    .filter((path) => pattern.test(path))
    .sort()
    .flatMap((path) => {
      const lesson = lessonOf(path);
      return lesson === null ? [] : [{ path, lesson }];
    });
}
