import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { commandsOf } from '@lib/lessons/commands-of';
import { shippedLessons } from '../../lessons/shipped';
import { RUN_OPTIONS } from './docker-run';
import { ruled } from './testing/ruled';

const english = commandMessagesFor('en');

async function course() {
  const read = (await shippedLessons(english)).map((entry) => entry.read);
  return read.map((each) => {
    if ('lesson' in each) return each.lesson;
    throw new Error(each.mistakes.join('\n'));
  });
}

describe('the commands of the course', () => {
  it('are run by these rules, all of them', async () => {
    const rules: Record<string, Set<string>> = {};
    for (const { id, steps } of await course()) {
      for (const line of steps.flatMap(commandsOf)) {
        (rules[`${id}: ${ruled(line)}`] ??= new Set()).add(line);
      }
    }
    const listed = Object.fromEntries(Object.entries(rules).map(([rule, all]) => [rule, [...all]]));
    expect(listed).toMatchInlineSnapshot(`
      {
        "images: labelled": [
          "docker exec c1 sh -c "echo changed > /hello"",
          "docker exec c2 cat /hello",
          "docker tag nsview-hello localhost:5000/nsview-hello",
          "docker tag nsview-hello:2 localhost:5000/nsview-hello:2",
          "docker rm --force c1 c2",
          "docker rmi nsview-hello localhost:5000/nsview-hello",
          "docker rmi --force nsview-hello nsview-hello:2 nsview-hello:3 localhost:5000/nsview-hello localhost:5000/nsview-hello:2",
        ],
        "images: makes": [
          "docker build -t nsview-hello /tmp/nsview-hello",
          "docker build -t nsview-hello:2 /tmp/nsview-hello",
          "docker run --name c1 -d nsview-hello",
          "docker run --name c2 -d nsview-hello",
          "docker run --name c1 -d localhost:5000/nsview-hello",
          "printf 'FROM nsview-hello:2\\nRUN rm /hello\\n' | docker build -t nsview-hello:3 -",
        ],
        "images: own-folder": [
          "mkdir -p /tmp/nsview-hello",
          "printf 'FROM ubuntu\\nRUN echo hello > /hello\\nCMD ["sleep", "1d"]\\n' > /tmp/nsview-hello/Dockerfile",
          "printf 'FROM ubuntu\\nRUN echo goodbye > /hello\\nCMD ["sleep", "1d"]\\n' > /tmp/nsview-hello/Dockerfile",
          "rm -r /tmp/nsview-hello",
        ],
        "images: own-registry": [
          "docker push localhost:5000/nsview-hello",
          "docker push localhost:5000/nsview-hello:2",
          "docker pull localhost:5000/nsview-hello",
        ],
        "images: reads": [
          "docker history nsview-hello",
          "docker history nsview-hello:2",
          "docker ps -s",
          "docker inspect --format "{{.Id}}" nsview-hello",
          "docker inspect --format "{{.Id}}" localhost:5000/nsview-hello",
          "docker history nsview-hello:3",
        ],
        "isolation: labelled": [
          "docker exec c1 ps aux",
          "docker exec c2 ps aux",
          "docker rm c2 --force",
          "docker exec c1 touch /only-in-c1",
          "docker exec c2 ls /only-in-c1",
          "docker exec c2 ls /proc/1/root/only-in-c1",
          "docker rm c1 --force",
          "docker start c2",
          "docker rm --force c1 c2",
        ],
        "isolation: makes": [
          "docker run --name c1 -d ubuntu sh -c "sleep 1d"",
          "docker run --name c2 -d ubuntu sh -c "sleep 999d"",
          "docker run --name c2 --pid=contariner:c1 -d ubuntu sh -c "sleep 999d"",
          "docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"",
          "docker run --name c2 --network=container:c1 -d ubuntu sh -c "sleep 999d"",
        ],
        "isolation: reads": [
          "ps aux | grep sleep",
        ],
        "kernel: labelled": [
          "docker exec c1 uname -r",
          "docker exec c2 uname -r",
          "docker exec c1 cat /proc/sys/kernel/random/boot_id",
          "docker exec c2 cat /proc/sys/kernel/random/boot_id",
          "docker rm --force c2",
          "docker exec c1 sh -c "hostname; cat /proc/loadavg"",
          "docker rm --force c1 c2",
        ],
        "kernel: makes": [
          "docker run --name c1 -d ubuntu sleep 1d",
          "docker run --name c2 -d busybox sleep 1d",
          "docker run --name c2 -di busybox cat",
          "docker run --name c2 --uts=host -d busybox sleep 1d",
        ],
        "kernel: reads": [
          "uname -r",
          "cat /proc/sys/kernel/random/boot_id",
          "sudo cat /proc/$(docker inspect --format "{{.State.Pid}}" c1)/syscall",
          "sudo cat /proc/$(docker inspect --format "{{.State.Pid}}" c2)/syscall",
          "sleep 60 & sleep 1; sudo cat /proc/$!/syscall",
          "hostname; cat /proc/loadavg",
          "grep -c hypervisor /proc/cpuinfo",
        ],
        "limits: labelled": [
          "docker exec c1 free -m",
          "docker exec c1 sh -c "head -c 200000000 /dev/zero | tail > /dev/null"",
          "docker rm --force c1 c2",
          "docker exec c1 nproc",
          "docker exec c2 sh -c "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 1d & done"",
          "docker rm --force c1",
        ],
        "limits: makes": [
          "docker run --name c1 -m 64m -d ubuntu sleep 1d",
          "docker run --name c2 -m 64m -d ubuntu tail /dev/zero",
          "docker run --name c1 --cpus 0.25 -d ubuntu sh -c "while :; do :; done"",
          "docker run --name c2 --pids-limit 10 -d ubuntu sleep 1d",
          "docker run --name c1 --device-read-bps "/dev/$(lsblk -no pkname,kname "$(findmnt -nvo SOURCE /)" | awk '{print $1; exit}'):1mb" -d ubuntu sleep 1d",
          "docker run --name c1 --pid=host -m 64m -d ubuntu sleep 1d",
          "docker run --name c2 -d ubuntu sleep 1d",
          "docker run --name c1 -m 100m --cpus 0.5 --pids-limit 20 -d ubuntu sleep 1d",
        ],
        "limits: reads": [
          "docker ps",
          "docker stats --no-stream c1",
        ],
        "namespaces: inside-network": [
          "sudo nsenter -t $(docker inspect --format "{{.State.Pid}}" c1) --net iptables -A INPUT -p tcp --dport 80 -j DROP",
        ],
        "namespaces: labelled": [
          "docker exec c1 ls -l /proc/self/ns",
          "docker rm --force c1 c2",
          "docker exec c2 ls /only-in-c1",
          "docker rm --force c1",
          "docker exec c1 touch /notes/mine",
          "docker exec c1 sh -c "echo mine > /proc/sys/kernel/hostname"",
          "docker exec c1 cat /proc/net/dev",
          "docker rm --force c2",
          "docker exec c2 cat /proc/net/dev",
          "docker exec c2 sh -c 'ping -q -A -c 50 -s 1400 $(ip route | awk "/default/ {print \\$3}")'",
          "docker network rm nsview-island",
        ],
        "namespaces: makes": [
          "docker run --name c1 -d ubuntu sh -c "for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1d & done; wait"",
          "docker run --name c2 -d ubuntu sh -c "for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1d & done; wait"",
          "docker run --name c1 -v /only-in-c1 -d ubuntu sleep 1d",
          "docker run --name c2 -d ubuntu sleep 1d",
          "docker run --name c1 -v /tmp/nsview-notes:/notes:ro -d ubuntu sleep 1d",
          "docker run --name c2 --network none -d ubuntu sleep 1d",
          "docker run --name c1 -d busybox httpd -f -p 80",
          "docker run --name c2 -d busybox httpd -f -p 80",
          "docker run --name c2 --network container:c1 -d busybox httpd -f -p 80",
          "docker network create nsview-island",
          "docker run --name c2 --network nsview-island -d busybox httpd -f -p 80",
          "docker run --name c1 -d ubuntu sleep 1d",
          "docker run --name c2 --userns host -d ubuntu sleep 1d",
          "docker run --name c1 -v /tmp/nsview-out:/out -d ubuntu sh -c "touch /out/by-c1; sleep 1d"",
          "docker run --name c2 --user 1000 -v /tmp/nsview-out:/out -d ubuntu sh -c "touch /out/by-c2; sleep 1d"",
          "docker run --name c2 --network container:c1 --user 1000 -d ubuntu sleep 1d",
        ],
        "namespaces: own-folder": [
          "mkdir -p -m 1777 /tmp/nsview-out",
          "sudo rm -rf /tmp/nsview-notes /tmp/nsview-out",
        ],
        "namespaces: reads": [
          "ls -l /proc/self/ns",
          "cat /proc/net/dev",
          "docker logs c2",
          "ls -ln /tmp/nsview-out",
        ],
        "process: labelled": [
          "docker exec c2 ps aux",
          "docker exec -d c1 sleep 2d",
          "docker exec c1 ls -liL /bin/sleep",
          "docker exec c1 ps aux",
          "docker exec c1 kill -9 1",
          "docker rm --force c1",
          "docker stop c1",
          "docker rm --force c1 c2",
        ],
        "process: makes": [
          "docker run --name c1 -d ubuntu sleep 1d",
          "docker run --name c2 -d ubuntu sh -c "sleep 1d & sleep 2d"",
          "docker run --name c1 --init -d ubuntu sleep 1d",
        ],
        "process: reads": [
          "grep NSpid /proc/$(docker inspect --format "{{.State.Pid}}" c1)/status",
          "ps -o comm= -p $(ps -o ppid= -p $(docker inspect --format "{{.State.Pid}}" c1))",
          "ls -liL /bin/sleep",
          "ps aux",
          "docker ps",
        ],
        "process: signals": [
          "sudo kill -STOP $(docker inspect --format "{{.State.Pid}}" c1)",
          "sudo kill -CONT $(docker inspect --format "{{.State.Pid}}" c1)",
          "sudo kill -9 $(docker inspect --format "{{.State.Pid}}" c1)",
        ],
      }
    `);
  });
});

it('a container is started with these options and no other', () => {
  expect(Object.keys(RUN_OPTIONS)).toMatchInlineSnapshot(`
    [
      "--name",
      "-d",
      "--detach",
      "-i",
      "--interactive",
      "-m",
      "--memory",
      "--cpus",
      "--pids-limit",
      "--device-read-bps",
      "-v",
      "--network",
      "--init",
      "--userns",
      "--uts",
      "--user",
      "--pid",
    ]
  `);
});
