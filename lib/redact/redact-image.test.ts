import { expect, it } from 'vitest';
import { redactImage } from './redact-image';

const image = (instruction: string | null) => ({
  layers: [{ digest: 'sha256:1', bytes: 1, instruction, sharedWith: [] }],
  unreadable: {},
});

it.each([
  ['|1 TOKEN=s3cr3tvalue /bin/sh -c make', 's3cr3tvalue'],
  ['RUN |2 VERSION=3 NPM_TOKEN=s3cr3tvalue /bin/sh -c npm ci # buildkit', 's3cr3tvalue'],
  ['/bin/sh -c curl -H "Authorization: Bearer s3cr3tvalue" https://x.test', 's3cr3tvalue'],
  ['/bin/sh -c git clone https://u:s3cr3tvalue@x.test/a.git', 's3cr3tvalue'],
  ['RUN /bin/sh -c mysql --password=s3cr3tvalue -e "select 1" # buildkit', 's3cr3tvalue'],
])('%s is told without its secret', (instruction, secret) => {
  const [layer] = redactImage(image(instruction), true).layers;
  expect(layer?.instruction).not.toContain(secret);
  expect(layer?.instruction).toContain('•••');
});

it.each(['/bin/sh -c apt-get install -y nginx', '/bin/sh -c #(nop) COPY file:ab in /srv ', ''])(
  '%j is told as it is',
  (instruction) => {
    expect(redactImage(image(instruction), true)).toEqual(image(instruction));
  },
);

it('where no command line may be shown none of these is, and it says so', () => {
  expect(redactImage(image('/bin/sh -c true'), false)).toEqual({
    ...image(null),
    unreadable: { 'layers.instruction': 'redacted' },
  });
});
