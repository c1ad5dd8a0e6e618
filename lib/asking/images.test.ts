import { expect, it } from 'vitest';
import type { ImagesReading } from '../images/image';
import { NotThere } from './handler';
import { answerImage } from './images';

function details(unreadable: ImagesReading['unreadable']) {
  return { images: () => Promise.resolve({ images: [], unreadable }) };
}

it('an image that no engine has is not there', async () => {
  await expect(answerImage('web', details({}))).rejects.toThrow(NotThere);
});

it('one that an engine may have is not known', async () => {
  const asked = answerImage('web', details({ 'unused.docker': '403' }));
  await expect(asked).rejects.toThrow('not all images are known: unused.docker: 403');
  await expect(asked).rejects.not.toThrow(NotThere);
});
