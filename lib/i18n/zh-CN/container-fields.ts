import { unknownBecause } from './unknown-because';

/** What is told of a container, as the subject of a sentence. */
const FIELDS = new Map<string, string>([
  ['startedAt', '启动时间'],
  ['pid', '首个进程'],
  ['command', '启动命令'],
  ['image', '镜像'],
  ['name', '名称'],
  ['state', '状态'],
  ['labels', '标签'],
  ['ports', '发布的端口'],
  ['joins', '配置要加入的命名空间'],
  ['pod', '所属的 Pod'],
  ['role', '用途'],
  ['cgroup', '所在的 cgroup'],
  ['runtime', '运行时'],
]);

/** @param field as `unreadable` names it: `startedAt`, `labels.KEY` @param why it is not known */
export function fieldUnknown(field: string, why: string): string {
  const [name = field, ...key] = field.split('.');
  const which = key.length === 0 ? '' : `（${key.join('.')}）`;
  return `${FIELDS.get(name) ?? name}${which}：未知，因为${unknownBecause(why)}`;
}
