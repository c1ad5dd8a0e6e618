/** Thrown where a browser does not let anything, or no picture, be put on the clipboard. */
export class Refused extends Error {}

/**
 * Puts a file's content on the clipboard, as text unless it is a picture. Begun before that is made: browsers ask
 * whether a hand has just pressed something.
 *
 * @returns what was made @throws Refused; and what making it throws
 */
export async function copied<T extends { file: File }>(
  type: 'text/plain' | 'image/png',
  making: Promise<T>,
): Promise<T> {
  const content = making.then(({ file }) => new Blob([file], { type }));
  const put = onClipboard(type, content).then(
    () => null,
    (error: unknown) => new Refused(String(error)),
  );
  const made = await making;
  const refused = await put;
  if (refused !== null) throw refused;
  return made;
}

async function onClipboard(type: string, content: Promise<Blob>): Promise<void> {
  // Away from localhost and https there is no clipboard at all; some browsers have one for text alone.
  const clipboard: Partial<Clipboard> | undefined = navigator.clipboard;
  if (clipboard?.write !== undefined && typeof ClipboardItem !== 'undefined') {
    await clipboard.write([new ClipboardItem({ [type]: content })]);
  } else if (clipboard?.writeText !== undefined && type === 'text/plain') {
    await clipboard.writeText(await (await content).text());
  } else throw new Error('there is no clipboard for it');
}
