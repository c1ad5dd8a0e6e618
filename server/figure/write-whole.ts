import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Could a file be written there? To be asked before what takes long. @throws with the reason why not */
export async function tryToWrite(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) throw new Error('it is a folder');
  const beside = besides(path);
  await writeFile(beside, '', { flag: 'wx' });
  await rm(beside);
}

function besides(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Writes a file whole or not at all: whoever reads it meanwhile has the one from before. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = besides(path);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
