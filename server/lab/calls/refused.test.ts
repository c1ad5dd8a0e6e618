import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { rulingOf } from './calls';
import { ruled } from './testing/ruled';

const run = (options: string) => `docker run ${options} ubuntu sleep 1d`;

describe('what is not run', () => {
  it.each([
    // More of the host than a container has.
    [run('-v /:/host'), 'no: value -v /:/host'],
    [run('-v /tmp/nsview-a/../../etc:/x'), 'no: value -v /tmp/nsview-a/../../etc:/x'],
    [run('-v /tmp/other:/x'), 'no: value -v /tmp/other:/x'],
    [run('-v /etc:ro'), 'no: value -v /etc:ro'],
    [run('-v data:/x'), 'no: value -v data:/x'],
    [run('--mount type=bind,source=/,target=/x'), 'no: option docker run --mount'],
    [run('--privileged'), 'no: option docker run --privileged'],
    [run('--cap-add=SYS_ADMIN'), 'no: option docker run --cap-add=SYS_ADMIN'],
    [run('--security-opt seccomp=unconfined'), 'no: option docker run --security-opt'],
    [run('--device /dev/sda'), 'no: option docker run --device'],
    [run('--network host'), 'no: value --network host'],
    [run('--network=ns:/proc/1/ns/net'), 'no: value --network ns:/proc/1/ns/net'],
    [run('--uts=container:c1'), 'no: value --uts container:c1'],
    [run('--ipc=host'), 'no: option docker run --ipc=host'],
    [run('--userns=keep-id'), 'no: value --userns keep-id'],
    [run('--user root'), 'no: value --user root'],
    [run('--restart always'), 'no: option docker run --restart'],
    [run('-p 80:80'), 'no: option docker run -p'],
    [run('-e A=b'), 'no: option docker run -e'],
    [run('-dt'), 'no: option docker run -dt'],
    [run('--label nsview.lesson=mine'), 'no: option docker run --label'],
    [run('--entrypoint sh'), 'no: option docker run --entrypoint'],
    [run('--name -x'), 'no: value --name -x'],
    [run('--pid=pod:c1'), 'no: value --pid pod:c1'],
    [run('--cidfile /etc/x'), 'no: option docker run --cidfile'],
    [run('--'), 'no: option docker run --'],
    ['docker run', 'no: too-few docker run'],
    ['docker run --name', 'no: value --name '],
    ['docker run ../x', 'no: value docker run ../x'],
    // Among the host's processes.
    ['docker run --pid=host ubuntu sh -c "kill -9 -1"', 'no: among-host'],
    ['docker run --pid=host ubuntu sleep 1d x', 'no: among-host'],
    ['docker run --pid host ubuntu', 'no: among-host'],
    ['docker run --pid=host -d ubuntu sleep 1d', 'makes'],
    // What only a shell understands.
    ['docker rm -f $(docker ps -aq)', 'no: needs-shell $(docker ps -aq)'],
    ['docker rm -f `docker ps -aq`', 'no: needs-shell `docker ps -aq`'],
    ['docker ps; rm -rf /', 'no: needs-shell rm -rf /'],
    ['docker ps && id', 'no: needs-shell docker ps && id'],
    ['docker ps | sh', 'no: needs-shell docker ps | sh'],
    ['docker ps & id', 'no: needs-shell id'],
    ['docker ps &', 'no: needs-shell &'],
    ['docker ps > /etc/passwd', 'no: needs-shell > /etc/passwd'],
    ['docker exec c1 cat < /etc/shadow', 'no: needs-shell < /etc/shadow'],
    ['DOCKER_HOST=tcp://far:1 docker ps', 'no: needs-shell DOCKER_HOST=tcp://far:1'],
    ['docker exec c1 echo $HOME', 'no: needs-shell $HOME'],
    ['docker exec c1 echo "$(id)"', 'no: needs-shell "$(id)"'],
    ['docker exec c1 ls *', 'no: needs-shell *'],
    ['docker exec c1 ls ~/x', 'no: needs-shell ~/x'],
    ['docker rm c{1,2}', 'no: needs-shell {1,2}'],
    ['docker ps # all', 'no: needs-shell # all'],
    ['docker ps\nid', String.raw`no: needs-shell \ua`],
    ['docker ps\u202e', String.raw`no: needs-shell \u202e`],
    ['docker exec c1 echo "a', 'no: needs-shell docker exec c1 echo "a'],
    ['! docker ps', 'no: needs-shell ! docker ps'],
    // Of docker, what is no entry.
    ['docker -H tcp://far:2375 ps', 'no: option docker -H'],
    ['docker --context far ps', 'no: option docker --context'],
    ['docker system prune -f', 'no: no-such-call'],
    ['docker container rm c1', 'no: no-such-call'],
    ['docker cp c1:/etc /etc', 'no: no-such-call'],
    ['docker commit c1 x', 'no: no-such-call'],
    ['docker save -o /etc/x ubuntu', 'no: no-such-call'],
    ['docker swarm init', 'no: no-such-call'],
    ['docker network prune', 'no: no-such-call'],
    ['docker constructor', 'no: no-such-call'],
    ['docker', 'no: no-such-call'],
    ['podman run ubuntu', 'no: no-such-call'],
    ['docker exec --privileged c1 sh', 'no: option docker exec --privileged'],
    ['docker exec -u 0 c1 sh', 'no: option docker exec -u'],
    ['docker exec c1', 'no: too-few docker exec'],
    ['docker exec ../c1 sh', 'no: value docker exec ../c1'],
    ['docker inspect c1', 'no: too-few docker inspect --format'],
    ['docker inspect --format "{{json .}}" c1', 'no: value --format {{json .}}'],
    ['docker build -t x .', 'no: value docker build .'],
    ['docker build -t x /tmp/nsview-x/..', 'no: value docker build /tmp/nsview-x/..'],
    ['docker build -t x https://far/x.git', 'no: value docker build https://far/x.git'],
    ['docker build -f /etc/x -t x /tmp/nsview-x', 'no: option docker build -f'],
    ['docker build /tmp/nsview-x', 'no: too-few docker build'],
    ['docker push ubuntu', 'no: value docker push ubuntu'],
    ['docker push far.example:5000/x', 'no: value docker push far.example:5000/x'],
    ['docker pull ubuntu', 'no: value docker pull ubuntu'],
    ['docker tag x', 'no: too-few docker tag'],
    ['docker rmi', 'no: too-few docker rmi'],
    ['docker rm', 'no: too-few docker rm'],
    ['docker network create --driver macvlan x', 'no: option docker network create --driver'],
    ['docker network create x y', 'no: too-many docker network create'],
    ['docker ps --format "{{.Labels}}"', 'no: option docker ps --format'],
    ['docker logs -f c1', 'no: option docker logs -f'],
    // Of the host, what is not word for word in the table.
    ['ps aux | grep sleep | sh', 'no: needs-shell ps aux | grep sleep | sh'],
    ['cat /etc/shadow', 'no: no-such-call'],
    ['cat /proc/1/environ', 'no: no-such-call'],
    ['ls -ln /tmp/nsview-out /root', 'no: no-such-call'],
    ['ls -ln /tmp/nsview-out/../../root', 'no: no-such-call'],
    ['rm -r /', 'no: no-such-call'],
    ['rm -r /tmp/nsview-x/..', 'no: no-such-call'],
    ['rm -rf /tmp/nsview-x /home', 'no: no-such-call'],
    ['mkdir -p /tmp/other', 'no: no-such-call'],
    ['mkdir -p -m 4777 /tmp/nsview-x', 'no: no-such-call'],
    [
      "printf 'x' > /tmp/nsview-x/../../etc/passwd",
      'no: needs-shell > /tmp/nsview-x/../../etc/passwd',
    ],
    ["printf 'x' > /etc/passwd", 'no: needs-shell > /etc/passwd'],
    ["printf '%s' > /tmp/nsview-x/Dockerfile", 'no: needs-shell > /tmp/nsview-x/Dockerfile'],
    ['sudo kill -9 1', 'no: no-such-call'],
    ['sudo kill -9 -1', 'no: no-such-call'],
    [
      'sudo kill -9 $(docker inspect --format "{{.State.Pid}}" c1) 1',
      'no: needs-shell $(docker inspect --format "{{.State.Pid}}" c1)',
    ],
    ['sudo iptables -F', 'no: no-such-call'],
    ['sudo nsenter -t 1 --net iptables -A INPUT -p tcp --dport 80 -j DROP', 'no: no-such-call'],
    ['sudo sh', 'no: no-such-call'],
    ['', 'no: needs-shell '],
  ])('%s', (line, ruling) => expect(ruled(line)).toBe(ruling));

  it('is told in words, in both languages, with what it is about', () => {
    for (const line of ['docker -H far ps', 'docker ps; id', run('--privileged'), run('-v /:/x')]) {
      const ruling = rulingOf(line);
      if (!('because' in ruling)) throw new Error(`${line} is run`);
      const { code, ...named } = ruling.because;
      for (const language of ['en', 'zh-CN'] as const) {
        const told = commandMessagesFor(language).lab.reason(ruling.because);
        expect([line, code, told]).toEqual([line, code, expect.stringMatching(/\S{4}/)]);
        for (const value of Object.values(named)) expect(told).toContain(value);
      }
    }
  });
});
