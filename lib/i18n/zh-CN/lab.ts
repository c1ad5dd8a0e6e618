import type { lab as en } from '../en/lab';

export const lab: typeof en = {
  rule: ({ code }) => {
    switch (code) {
      case 'reads':
        return '只读取，不改动任何东西。';
      case 'makes':
        return '新建一样东西，并给它打上本课的标签。';
      case 'labelled':
        return '只改动带有课程标签的东西。';
      case 'signals':
        return '只向本课容器的首个进程发信号。';
      case 'inside-network':
        return '只在本课容器自己的网络里加一条规则。';
      case 'own-folder':
        return '只动 /tmp 下由实验室建立的目录。';
      case 'own-registry':
        return '只在本机的镜像仓库之间搬运本课的镜像。';
    }
  },
  reason: (reason) => {
    switch (reason.code) {
      case 'off':
        return '实验室没有开启，nsview 不运行任何命令：请用 --lab 启动 nsview。';
      case 'no-docker-command':
        return '找不到 docker 命令：请先安装，或在别处输入这些命令。';
      case 'no-engine':
        return '实验室运行的是 docker 命令，需要 Docker 或 Podman：这里两者都没有应答。';
      case 'several-engines':
        return `有多个引擎应答（${reason.endpoints}）：请用 --docker URL 指定一个。`;
      case 'engine-elsewhere':
        return `实验室需要本机的、通过套接字连接的守护进程，而 ${reason.endpoint} 可能在别的机器上。`;
      case 'no-such-call':
        return '实验室可运行的命令里没有这一条：请在终端里输入。';
      case 'needs-shell':
        return `“${reason.part}”只有 shell 才懂，而实验室不使用 shell：请在终端里输入。`;
      case 'option':
        return `实验室不会把 ${reason.option} 交给 ${reason.command}：请在终端里输入。`;
      case 'value':
        return `实验室不接受 ${reason.option} 的取值“${reason.value}”：请在终端里输入。`;
      case 'too-many':
        return `${reason.command} 后面的内容超出了实验室允许的范围：请在终端里输入。`;
      case 'too-few':
        return `没有说明 ${reason.command} 要对什么操作。`;
      case 'needs-root':
        return '只有 root 才能这样做，而 nsview 不是以 root 运行的：请在终端里输入。';
      case 'among-host':
        return '容器若与宿主机共用进程，实验室在其中只运行 sleep：请在终端里输入。';
      case 'hides-arguments':
        return 'nsview 启动时被要求不显示进程参数，而这条命令会显示：请在终端里输入。';
      case 'not-labelled':
        return `${reason.what} 不是实验室建立的，所以不去动它。`;
      case 'not-there':
        return `没有 ${reason.what}。`;
      case 'not-running':
        return `${reason.what} 没有在运行。`;
      case 'name-taken':
        return `${reason.what} 这个名字属于一个并非由实验室建立的镜像，所以保持原样。`;
      case 'folder-taken':
        return `${reason.path} 已经存在，而且不是实验室建立的，所以不去动它：请把它移走再试。`;
      case 'no-image':
        return `找不到可以代替 ${reason.image} 且带有 ${reason.programs} 的镜像：${reason.why}`;
      case 'busy':
        return `还有一条命令在运行（课程 ${reason.lesson}，步骤 ${reason.step}）：请等它结束，或停止它。`;
      case 'no-lesson':
        return `没有课程“${reason.lesson}”。`;
      case 'no-step':
        return `这一课没有步骤“${reason.step}”。`;
      case 'no-command':
        return `这一步没有编号为 ${reason.command} 的命令；编号从 0 开始。`;
      case 'request':
        return `请求的写法不对：${reason.why}`;
      case 'deadline':
        return `运行了 ${reason.seconds} 秒，已被终止。`;
      case 'stopped':
        return '已停止。';
      case 'failed':
        return `失败了：${reason.why}`;
    }
  },
  news: (news) => {
    switch (news.code) {
      case 'runs':
        return `实际运行：${news.line}`;
      case 'labelled':
        return `由此建立的东西会带上标签 ${news.label}，方便之后找到并删除。`;
      case 'image-here':
        return `本机已有镜像 ${news.image}，这一步需要的程序它都有。`;
      case 'image-instead':
        return `用 ${news.instead} 代替 ${news.image}：本机已有，这一步需要的程序它都有。`;
      case 'image-pulled':
        return `已拉取镜像 ${news.image}。`;
      case 'pull-failed':
        return `镜像 ${news.image} 拉取失败：${news.why}`;
      case 'image-made':
        return `镜像 ${news.image} 是用本机自己的 busybox 制作的。`;
      case 'left-out':
        return `没有 ${news.what}，已略去。`;
      case 'cut':
        return '后面还有输出，这里不再显示。';
    }
  },
};
