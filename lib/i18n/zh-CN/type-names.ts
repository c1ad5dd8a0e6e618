import type { NamespaceType } from '../../model/namespace-type';

export const typeNames: Record<NamespaceType, string> = {
  pid: 'PID',
  net: '网络',
  mnt: '挂载',
  user: '用户',
  ipc: 'IPC',
  uts: 'UTS',
  cgroup: 'cgroup',
  time: '时间',
};

/** Before “命名空间” in a sentence: Latin letters have a space on either side. */
export function ofType(...types: readonly NamespaceType[]): string {
  const names = types.map((type) => typeNames[type]).join('、');
  const isLatin = (letter: string | undefined) => letter !== undefined && /[A-Za-z]/.test(letter);
  return `${isLatin(names[0]) ? ' ' : ''}${names}${isLatin(names.at(-1)) ? ' ' : ''}`;
}
