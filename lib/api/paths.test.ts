import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../questions/questions';
import { fieldsIn, questionAt, questionPaths } from './paths';

const at = (target: string) => {
  const { pathname, searchParams } = new URL(target, 'http://localhost');
  return questionAt(pathname, searchParams);
};

describe('questionAt', () => {
  it.each([
    ['/api/v1/inside/net:4026532183', { name: 'inside', namespace: 'net:4026532183' }],
    ['/api/v1/inside/net%3A4026532183', { name: 'inside', namespace: 'net:4026532183' }],
    ['/api/v1/inside/', { name: 'inside', namespace: '' }],
    ['/api/v1/processes/7', { name: 'process', pid: 7 }],
    ['/api/v1/processes/self', { name: 'process', pid: 'self' }],
    ['/api/v1/containers/c1/use', { name: 'use', container: 'c1' }],
    ['/api/v1/containers/c1%40a%2Fb/config', { name: 'config', container: 'c1@a/b' }],
    ['/api/v1/images', { name: 'images' }],
    ['/api/v1/images/localhost:5000/a/b:1', { name: 'image', image: 'localhost:5000/a/b:1' }],
    ['/api/v1/images/a%ZZ', { name: 'image', image: 'a%ZZ' }],
    ['/api/v1/reach?from=c1&to=c2&port=80', { name: 'reach', from: 'c1', to: 'c2', port: 80 }],
    ['/api/v1/ask/usage?pids=1,20', { name: 'usage', pids: [1, 20] }],
    // What is asked twice is no question: the answer says so.
    ['/api/v1/images/a?image=b', { name: 'image', image: ['a', 'b'] }],
  ])('%s', (target, question) => expect(at(target)).toEqual(question));

  it.each(['/', '/api/v1/', '/api/v1/image', '/api/v1/containers/c1', '/api/v1/containers//use'])(
    'none: %s',
    (target) => expect(at(target)).toBeNull(),
  );
});

it('each question has a path, and each path the fields of its question', () => {
  const names = new Set(questionPaths().map(([, name]) => name));
  expect([...names].sort()).toEqual(Object.keys(QUESTIONS).sort());
  for (const [path, name] of questionPaths()) {
    const unknown = fieldsIn(path).filter((field) => !Object.hasOwn(QUESTIONS[name].texts, field));
    expect([path, unknown]).toEqual([path, []]);
  }
});
