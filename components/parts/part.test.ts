import { describe, expect, it } from 'vitest';
import { Part } from './part';

describe('a part', () => {
  it('is fetched once, however often it is asked for', async () => {
    let times = 0;
    const part = new Part(async () => {
      times += 1;
      return Promise.resolve('view');
    });
    expect(part.state()).toEqual({ is: 'absent' });
    expect(await Promise.all([part.fetch(), part.fetch()])).toEqual(['view', 'view']);
    expect(await part.fetch()).toBe('view');
    expect(times).toBe(1);
    expect(part.state()).toEqual({ is: 'there', value: 'view' });
  });

  it('that could not be had is told, and tried again when it is asked for again', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve('dialog')];
    const part = new Part(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    const told: string[] = [];
    part.subscribe(() => told.push(part.state().is));
    await expect(part.fetch()).rejects.toThrow('gone');
    expect(part.state()).toEqual({ is: 'failed' });
    expect(await part.fetch()).toBe('dialog');
    expect(told).toEqual(['failed', 'there']);
  });

  it('tells nobody who has unsubscribed', async () => {
    const part = new Part(() => Promise.resolve(1));
    let told = 0;
    part.subscribe(() => (told += 1))();
    await part.fetch();
    expect(told).toBe(0);
  });
});
