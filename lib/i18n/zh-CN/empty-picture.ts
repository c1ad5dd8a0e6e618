import type { emptyPicture as en } from '../en/empty-picture';

export const emptyPicture: typeof en = {
  empty: {
    title: '还没有容器。',
    type: '或者输入：',
    then: '每个容器启动后，这里都会出现一个圆环。然后让 c2 加入 c1 的 PID 命名空间：',
    byKubernetes: '运行什么由 Kubernetes 告诉 CRI-O：每个容器启动后，这里都会出现一个圆环。',
  },
  engine: {
    titles: {
      connected: '已连接',
      connecting: '正在连接容器引擎……',
      disconnected: '容器引擎无响应',
      denied: '没有权限访问容器引擎',
      absent: '未找到容器引擎',
    },
    advice: {
      connected: '',
      connecting: '引擎启动后需要片刻。',
      disconnected: 'nsview 会不断重试；引擎一有响应，容器就会重新显示。要查看原因：',
      deniedToGroup: '请加入 docker 用户组，重新登录并重启 nsview（或以 root 运行）：',
      deniedToRoot: '它的套接字只有 root 能打开：请以 root 身份启动 nsview。',
      absentAnywhere:
        '请启动 Docker，或者启动 Podman 的套接字：Podman 的容器不靠它运行，但 nsview 只能通过它询问 Podman。nsview 会自动发现。其他位置的端点用 --engine 指定。',
      absentDocker: '请启动 Docker；nsview 会自动发现。其他位置的端点用 --docker 指定。',
      absentOther: '请启动它；nsview 会自动发现。其他位置的端点用 --engine 指定。',
    },
    tried: '尝试过：',
    hostLive: '宿主机的进程仍然实时显示。',
  },
  lesson: '跟着课程“隔离实战”一步步来',
  watch: '或者观看一段录制回放：',
  recordings: {
    course: '两个容器，一步一步来：先各自独立，再进入同一个 PID 命名空间。',
    compose: '两个 compose 项目陆续启动，边车容器加入其中，也有容器停止。',
  },
  recorded: '录制回放的这一刻还没有容器。',
};
