import type { announcements as en } from '../en/announcements';
import { ofType } from './type-names';

const list = (names: readonly string[]) => names.join('、');

export const announcements: typeof en = {
  engineLost: (kind) => `${kind} 无响应。`,
  engineBack: (kind) => `${kind} 已恢复响应。`,
  changed: {
    started: (names) => `${list(names)} 已启动。`,
    restarted: (names) => `${list(names)} 已重新启动。`,
    created: (names) => `${list(names)} 已创建。`,
    stopped: (names) => `${list(names)} 已停止。`,
    removed: (names) => `${list(names)} 已删除。`,
  },
  many: {
    started: (n) => `${n} 个容器已启动。`,
    restarted: (n) => `${n} 个容器已重新启动。`,
    created: (n) => `${n} 个容器已创建。`,
    stopped: (n) => `${n} 个容器已停止。`,
    removed: (n) => `${n} 个容器已删除。`,
  },
  joined: (who, types, whom) => `${who} 加入了 ${list(whom)} 的${ofType(...types)}命名空间。`,
  manyJoined: (n) => `${n} 个容器加入了其他容器的命名空间。`,
};
