import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';

/** Of what has secrets in it: nobody else may read it. */
const PRIVATE = 0o600;

async function writeBeside(path: string, content: string): Promise<string> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const file = await open(beside, 'wx', PRIVATE);
  try {
    await file.writeFile(content);
    // A file of credentials is there once: it outlives a power cut.
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}

/** Writes a file for ourselves alone, whole or not at all, in place of what is there. */
export async function writePrivate(path: string, content: string): Promise<void> {
  const beside = await writeBeside(path, content);
  try {
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** The same where nothing is. @throws the system's `EEXIST` */
export async function createPrivate(path: string, content: string): Promise<void> {
  const beside = await writeBeside(path, content);
  try {
    // Unlike a rename, takes nobody's place.
    await link(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
