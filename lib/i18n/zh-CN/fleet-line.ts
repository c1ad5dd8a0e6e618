import type { CredentialsProblem } from '../../fleet/problems';
import type { fleetLine as en } from '../en/fleet-line';

const credentials: Record<CredentialsProblem, string> = {
  size: '文件过长',
  cut: '其中一段没有结尾',
  twice: '其中一段出现了两次',
  none: '其中没有密钥',
  seed: '其中的密钥不完整',
  host: '其中的机器名不能用于机群',
  jwt: '其中签名的部分不完整',
};

export const fleetLine: typeof en = {
  credentials: (file, problem) =>
    `nsview: --creds ${file}：${credentials[problem]}；应为 nsview fleet init 或 nsview fleet add 生成的文件`,
  line: (to, problem, why) => {
    switch (problem) {
      case 'unreachable':
        return `nsview: ${to} 没有应答（${why}）；服务器在运行吗？这台机器能连到它吗？`;
      case 'authority':
        return `nsview: ${to} 不是这份凭据所对应的服务器（${why}）；没有向它发送任何内容`;
      case 'name':
        return `nsview: ${to} 的证书是给其他名称的（${why}）；请改用证书上的名称，或在建立机群时用 --host 给出这个名称`;
      case 'date':
        return `nsview: ${to} 的证书此刻无效（${why}）；这台机器的时钟准确吗？`;
      case 'plain':
        return `nsview: ${to} 上的服务器不加密，所以没有向它发送任何内容；请用 nsview fleet init 生成的 nats.conf 启动它`;
      case 'refused':
        return `nsview: ${to} 上的服务器不接受这份凭据（${why}）：凭据已被撤销，或属于另一个机群`;
      case 'bucket':
        return `nsview: ${to} 上的服务器有一个不是由 nsview 建立的存储桶，机器之间可以互相覆盖（${why}）；请删除它：nats stream rm ${why}`;
      case 'other':
        return `nsview: 无法连接 ${to}：${why}`;
    }
  },
};
