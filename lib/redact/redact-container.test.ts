import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseContainer } from '../docker/container';
import { redactContainer, redactLabels } from './redact-container';
import { HIDE, KEEP } from './sample-lines';

describe('hides in labels', () => {
  it.each([
    ['under the name of a secret', 'db.password', 'S3CRET'],
    ['an environment', 'env', 'A=b DB_PASSWORD=S3CRET'],
    ['users of a proxy', 'traefik.http.middlewares.x.basicauth.users', 'me:$apr1$ab$S3CRETS3CRET'],
    ['the same, doubled', 'auth.users', 'me:$$2y$$05$$S3CRETS3CRET'],
    ['an address', 'backup.to', 's3://me:S3CRET@host/x'],
    ['a command line', 'job.command', 'sh -c "mysqldump -pS3CRET db"'],
    ['a query', 'hook', 'https://h/x?token=S3CRET'],
    [
      'what was applied last',
      'kubectl.kubernetes.io/last-applied-configuration',
      '{"spec":{"containers":[{"env":[{"name":"DB_PASSWORD","value":"S3CRET"}]}]}}',
    ],
    ['in a label of an image', 'org.opencontainers.image.source', 'https://me:S3CRET@h/x'],
  ])('%s', (_, name, value) => {
    const redacted = redactLabels({ [name]: value })[name];
    expect(redacted).not.toContain('S3CRET');
    expect(redacted).toContain('•••');
  });

  it.each(HIDE.filter((row) => row.length === 3 && /^(?:x|app)$/.test(row[1] ?? '')))(
    'what an argument may hold: %s',
    (_, __, value) => {
      expect(redactLabels({ x: value ?? '' }).x).not.toContain('S3CRET');
    },
  );
});

describe('leaves in labels', () => {
  it.each([
    ['com.docker.compose.project', 'shop'],
    ['com.docker.compose.service', 'auth'],
    ['com.docker.compose.config-hash', 'b3f1c0de9b2e7cd01e2f4ab3f1c0de9b2e7cd01e2f4a'],
    ['com.docker.compose.project.config_files', '/srv/shop/compose.yml,/srv/secrets.yml'],
    ['com.docker.compose.depends_on', 'db:service_healthy:false,token:service_started:true'],
    ['com.docker.compose.image', 'sha256:9b2e7cd01e2f4a'],
    ['org.opencontainers.image.authors', 'me <me@host>'],
    ['traefik.http.routers.auth.rule', 'Host(`auth.example.com`) && PathPrefix(`/token`)'],
    ['io.kubernetes.pod.uid', '123e4567-e89b-12d3-a456-426614174000'],
    ['io.kubernetes.container.ports', '[{"containerPort":80,"protocol":"TCP"}]'],
    ['maintainer', 'NGINX Docker Maintainers <docker-maint@nginx.com>'],
    ['nsview.role', 'reader'],
    ['auth.enabled', 'true'],
    ['', ''],
  ])('%s', (name, value) => {
    expect(redactLabels({ [name]: value })).toEqual({ [name]: value });
  });

  it.each(KEEP.filter((row) => row.length === 3))(
    'what an argument may hold: %s',
    (_, __, value) => {
      expect(redactLabels({ x: value ?? '' })).toEqual({ x: value });
    },
  );
});

const recorded: unknown = JSON.parse(
  readFileSync(new URL('../docker/fixtures/inspect-own.json', import.meta.url), 'utf8'),
);

test('of a container, its command and its labels alone are changed', () => {
  const reading = parseContainer('c1', recorded);
  if (reading === null) throw new Error('no reading');
  const secret = {
    ...reading,
    command: ['mysql', '-pS3CRET'],
    labels: { token: 'S3CRET', a: 'b' },
  };
  expect(redactContainer(secret, true)).toEqual({
    ...reading,
    command: ['mysql', '-p•••'],
    labels: { token: '•••', a: 'b' },
  });
  expect(redactContainer(secret, false)).toEqual({
    ...reading,
    command: [],
    labels: { token: '•••', a: 'b' },
    unreadable: { command: 'redacted' },
  });
});
