import { expect, it } from 'vitest';
import { parseHistory } from '../docker/image';
import { redactImage } from './redact-image';

const image = (instruction: string | null) => ({
  layers: [{ digest: 'sha256:1', bytes: 1, instruction, sharedWith: [] }],
  steps: [{ instruction, makes: 'layer' as const, layer: 0 }],
  unreadable: {},
});

it.each([
  ['|1 TOKEN=s3cr3tvalue /bin/sh -c make', 's3cr3tvalue'],
  ['RUN |2 VERSION=3 NPM_TOKEN=s3cr3tvalue /bin/sh -c npm ci # buildkit', 's3cr3tvalue'],
  ['/bin/sh -c curl -H "Authorization: Bearer s3cr3tvalue" https://x.test', 's3cr3tvalue'],
  ['/bin/sh -c git clone https://u:s3cr3tvalue@x.test/a.git', 's3cr3tvalue'],
  ['RUN /bin/sh -c mysql --password=s3cr3tvalue -e "select 1" # buildkit', 's3cr3tvalue'],
  ["RUN echo 'root:hunter2' | chpasswd", 'hunter2'],
  ["RUN |1 A=b /bin/sh -c echo 'root:hunter2' | chpasswd # buildkit", 'hunter2'],
  ['/bin/sh -c echo hunter2 | passwd --stdin root', 'hunter2'],
  ['/bin/bash -o pipefail -c echo hunter2 | passwd --stdin root', 'hunter2'],
  ['RUN /bin/sh -c echo hunter2 | docker login -u a --password-stdin # buildkit', 'hunter2'],
  ['|2 DB_PASSWORD=pa ss hunter2 A=b /bin/sh -c make', 'hunter2'],
  ['|1 DB_PASSWORD=pa ss=x hunter2 /bin/sh -c make', 'hunter2'],
  ['RUN |2 A=b SIGNED=hunter2 make all # buildkit', 'hunter2'],
  ['ENV DB_PASSWORD hunter2', 'hunter2'],
  ['CMD ["app","--password","hunter2"]', 'hunter2'],
  ['/bin/sh -c #(nop)  CMD ["app" "--password" "hunter2"]', 'hunter2'],
  ['ENTRYPOINT ["app" "--token" "a \\"hunter2"]', 'hunter2'],
  ['/bin/sh -c #(nop)  CMD ["--password" "hunter2"]', 'hunter2'],
  ['CMD ["mysql" "-phunter2secret"]', 'hunter2'],
  ['CMD ["/bin/sh" "-c" "mysql --password=hunter2 | cat"]', 'hunter2'],
  ['HEALTHCHECK &{["CMD-SHELL" "curl -u u:hunter2secret http://x"] "30s" "0s"}', 'hunter2'],
  ['HEALTHCHECK &{["CMD" "app" "--password" "hunter2"] "30s" "0s"}', 'hunter2'],
  ['ONBUILD CMD ["app","--password","hunter2"]', 'hunter2'],
  ['ARG NPM_TOKEN=hunter2', 'hunter2'],
  ['/bin/sh -c #(nop)  LABEL api.token=hunter2', 'hunter2'],
  ['/bin/sh -c #(nop)  ENV DB_PASSWORD=pa ss hunter2 A=b', 'hunter2'],
])('%s is told without its secret', (instruction, secret) => {
  const told = redactImage(image(instruction), true);
  for (const { instruction: shown } of [...told.layers, ...told.steps]) {
    expect(shown).not.toContain(secret);
    expect(shown).toContain('•••');
  }
});

it.each([
  '/bin/sh -c apt-get install -y nginx',
  'RUN /bin/bash -o pipefail -c echo a | tee /b # buildkit',
  '/bin/sh -c #(nop) COPY file:ab in /srv ',
  'ENV PATH=/bin:/usr/bin A=b c',
  'ENV PATH /bin',
  '/bin/sh -c #(nop)  CMD ["sleep" "1d"]',
  'CMD ["nginx", "-g", "daemon off;"]',
  'ENTRYPOINT ["/bin/sh" "-c" "echo \\"a\\" > /b"]',
  'HEALTHCHECK &{["CMD-SHELL" "curl -f http://x || exit 1"] "30s" "0s" "0s" \'\\x00\'}',
  'RUN [ "$(id -u)" = "0" ]',
  '',
])('%j is told as it is', (instruction) => {
  expect(redactImage(image(instruction), true)).toEqual(image(instruction));
});

it('build arguments are told by their names', () => {
  const told = image('RUN |2 A=b DB_PASSWORD=pa ss word /bin/sh -c make all # buildkit');
  expect(redactImage(told, true)).toEqual(
    image('RUN |2 A=••• DB_PASSWORD=••• /bin/sh -c make all # buildkit'),
  );
});

it.each([0, 5, 10, 20])('a long instruction is cut after what is secret in it, by %d', (after) => {
  const before = `/bin/sh -c ${'x'.repeat(4000 - 22 - after)}`;
  const [entry] = parseHistory([{ CreatedBy: `${before} https://u:hunter2secret@h` }]) ?? [];
  const [layer] = redactImage(image(entry?.createdBy ?? null), true).layers;
  expect(layer?.instruction).not.toContain(':h');
  expect(layer?.instruction?.slice(0, before.length)).toBe(before);
  expect(layer?.instruction?.length).toBeLessThanOrEqual(4001);
});

it('where no command line may be shown none of these is, and it says so', () => {
  expect(redactImage(image('/bin/sh -c true'), false)).toEqual({
    ...image(null),
    unreadable: { 'layers.instruction': 'redacted', 'steps.instruction': 'redacted' },
  });
});
