import type { fleetAgent as en } from '../en/fleet-agent';
import { optionLines } from '../option-lines';

export const fleetAgent: typeof en = {
  usage: (readOptions) => `用法：nsview agent --to tls://HOST:PORT --creds FILE [选项]

向机群的服务器报告本机的情况：每 15 秒一份几百字节的摘要，包括容器的数量、共享的情况和发现的问题数。
连接由本机发起，本机不监听任何端口；无论谁来问，都只查看而不改动。连接中断时什么都不发送，直到服务器恢复。
按 Ctrl-C 结束。

选项：
${optionLines(
  [
    ['--to URL', '机群的服务器；可以用逗号给出几个，能连上任何一个即可'],
    ['--creds FILE', '本机的凭据，由 nsview fleet add 生成'],
  ],
  17,
)}
${readOptions(17)}
`,
  toNeeded: 'nsview: --to：请给出机群的服务器，例如 --to tls://nats.example:4222（参见 --help）',
  credsNeeded: 'nsview: --creds：请给出本机的凭据，即 nsview fleet add 生成的文件（参见 --help）',
  serverUrl: ' tls://HOST 或 tls://HOST:PORT（默认 4222），也可以用逗号分隔几个',
  plain: (url) =>
    `nsview: --to：收到“${url}”，应为 tls://：不用 TLS，途中的任何人都能读取并改动报告的内容；nats:// 只用于本机上的服务器，例如 nats://127.0.0.1:4222`,
  credsFile: (file, reason) => `nsview: --creds ${file}：${reason}`,
  credsMode: (file) => `nsview: --creds ${file}：其他用户可以读取；请设为私有：chmod 600 ${file}`,
  credsOfHub: (file) =>
    `nsview: --creds ${file}：这是中心的凭据，不属于任何机器；应为 nsview fleet add 为本机生成的凭据`,
  waiting: (why) => `${why}会一直重试，直到有应答。`,
  connected: (host, server) => `nsview: 已连接 ${server}，本机名为 ${host}；按 Ctrl-C 结束`,
  cutOff: (server) => `nsview: 与 ${server} 的连接中断；恢复之前什么都不发送`,
  back: (server) => `nsview: 已重新连接 ${server}`,
  trouble: (trouble, why) => {
    switch (trouble) {
      case 'unread':
        return `nsview: 无法读取本机（${why}），所以没有报告；会重试`;
      case 'no-bucket':
        return `nsview: 服务器上还没有保存摘要的地方（${why}）：要由中心建立；会重试`;
      case 'forbidden':
        return `nsview: 这份凭据不能写入本机的摘要（${why}）；会重试`;
      case 'silent':
        return `nsview: 发送摘要后服务器没有应答（${why}）；会重试`;
    }
  },
  wellAgain: 'nsview: 服务器现在收到本机的摘要了',
};
