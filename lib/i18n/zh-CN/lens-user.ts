import type { lensUser as en } from '../en/lens-user';
import { noAnswer } from './no-answer';
import { reason } from './reason';

const list = (names: readonly string[], more: number) => {
  if (more > 0) return `${names.join('、')} 等 ${names.length + more} 个容器`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join('、')} 和 ${names.at(-1) ?? ''}`;
};

const inside = (names: readonly string[], more: number) =>
  more > 0 ? `${list(names, more)}里` : `${list(names, more)} 里`;

export const lensUser: typeof en = {
  root: 'root',
  noName: '没有名字',
  idsInside: '里面的 UID',
  idsOnHost: '宿主机 UID',
  idsAround: '此框的 UID',
  called: (users) => `用户名：${users.join('、')}`,
  leftOut: (n) => `省略 ${n} 个`,
  lastId: (id) => `最后一个：${id}`,
  hostsOwn: '宿主机自己',
  noContainer: '不属于容器',
  names: (names, more) =>
    more > 0 ? `${names.join('、')} 等 ${names.length + more} 个` : names.join('、'),
  lends: (first, last, outside, outsideLast) =>
    first === last
      ? `${first} 在宿主机上是 ${outside}`
      : `${first}–${last} 在宿主机上是 ${outside}–${outsideLast}`,
  alike: (n) => `${n} 个用户命名空间，映射完全相同`,
  moreRows: (n) => `另有 ${n} 行`,
  lent: (n, rows, shown) =>
    `映射了 ${n} 个 UID：${rows.join('，')}。其他 UID 在这里都显示为 ${shown}。`,
  sameGroups: 'GID 的映射方式相同。',
  noGroups: '没有映射任何 GID。',
  otherGroups: (rows) => `GID：${rows.join('，')}。`,
  unknownGroups: (why) => `不知道 GID 如何映射${why === null ? '' : `：${reason(why)}`}。`,
  nothingMapped: (shown) => `没有映射任何 UID：在这里都显示为 ${shown}。`,
  unknownMap: (why) => `不知道它的 UID 如何映射${why === null ? '' : `：${reason(why)}`}。`,
  setgroups: {
    allow: '里面的进程可以更改自己所属的组（setgroups）。',
    deny: '里面的进程不能更改自己所属的组（setgroups：deny）。',
  },
  setgroupsAsked: 'setgroups：正在读取……',
  setgroupsUnknown: (why) => `setgroups：不知道${why === null ? '' : `：${reason(why)}`}。`,
  setgroupsRefused: (code) => `setgroups：${noAnswer[code]}。`,
  unmapped: '没有映射',
  unknown: '? 不知道',
  more: '其他 UID',
  notes: [
    '检查文件权限和信号时，内核用的是这条线上的数字。',
    '斜线：UID 就是它自己。浅色：UID 对应另一个 UID。一小格是 10 个 UID；双斜杠处有省略。',
  ],
  rootIsRoot: (n, names) =>
    n === 1
      ? `${names.join('')} 里的 root（0）就是宿主机的 root（0）`
      : `这 ${n} 个容器里的 root（0）就是宿主机的 root（0）`,
  rootIs: (names, outside, onHost) => {
    const [only] = names;
    const where =
      only === undefined
        ? '这里'
        : names.length === 1
          ? `${only} 里`
          : `这 ${names.length} 个容器里`;
    if (onHost !== null && onHost !== outside) {
      return `${where}的 root（0）在外层是 ${outside}，在宿主机上是 ${onHost}`;
    }
    return outside === 0
      ? `${where}的 root（0）就是宿主机的 root（0）`
      : `${where}的 root（0）在外面是 ${outside}：在那里只有用户 ${outside} 的权限`;
  },
  answer: {
    is: (id, names, more, outside) => `${inside(names, more)}的用户 ${id} 在宿主机上是 ${outside}`,
    nobody: (id, names, more) => `${inside(names, more)}的用户 ${id} 在宿主机上没有对应的用户`,
    unknown: (id, names, more) => `不知道 ${inside(names, more)}的用户 ${id} 在宿主机上是谁`,
    all: (parts) => `${parts.join('；')}。`,
    none: '这里没有容器在运行。',
  },
  bundle: (n, user, where) => `${where}的 ${n} 个进程，${user}`,
  as: {
    known: (inside, onHost) =>
      inside === onHost ? `用户 ${inside}` : `在这里是用户 ${inside}，在宿主机上是 ${onHost}`,
    unmapped: (shown, onHost) => `宿主机上的用户 ${onHost}，在这里没有映射，显示为 ${shown}`,
    unknown: (onHost) => `宿主机上的用户 ${onHost}，不知道在这里是几号`,
    unread: '无法读取它的用户',
  },
};
