import type { cli as en } from '../en/cli';

export const cli: typeof en = {
  usage: `用法：npm start -- [选项]

实时显示这台机器上哪些容器共享哪些 Linux 命名空间，在本机的一个网址上查看。

选项：
  --port NUMBER           监听端口；0 表示任选一个空闲端口（默认 3000）
  --host ADDRESS          监听地址（默认 127.0.0.1）；其他地址须同时给出 --token-file
  --token-file FILE       供其他地址访问用的令牌文件；不存在时自动生成（权限 0600）
  --docker URL            Docker 端点，例如 unix:///run/docker.sock；不给则按 docker 命令的方式查找
  --allow-host NAME:PORT  再允许一个访问页面时使用的名称（可重复）
  --no-args               不读取进程的命令行参数
  --help                  显示本说明
`,
  listening: (url) => `nsview: ${url}`,
  oneTime: (url) => `nsview: 用这个一次性网址登录：${url}`,
  wrongValue: (option, value, expected) => `nsview: ${option}：收到“${value}”，应为${expected}`,
  wrongArguments: (reason) => `nsview: ${reason}（参见 --help）`,
  portNumber: ' 0 到 65535 之间的数',
  hostAndPort: ' NAME:PORT，例如 course.example:8080',
  dockerUrl: '网址，例如 unix:///run/docker.sock 或 tcp://127.0.0.1:2375',
  tokenNeeded: (host) => `nsview: --host ${host} 可以从其他机器访问：请同时给出 --token-file FILE`,
  tokenMode: (file) =>
    `nsview: --token-file ${file}：其他用户可以读取；请设为私有：chmod 600 ${file}`,
  tokenText: (file) =>
    `nsview: --token-file ${file}：应为 64 位十六进制数；删除它，nsview 会生成新的`,
  tokenFile: (file, reason) => `nsview: --token-file ${file}：${reason}`,
  portTaken: (host, port) => `nsview: ${host}:${port} 已被其他程序占用；请用 --port 另选一个`,
  cannotListen: (host, port, reason) => `nsview: 无法监听 ${host}:${port}：${reason}`,
  devAsRoot: 'nsview: 开发模式会回应过多请求，不能以 root 身份运行；请用 npm start',
};
