import { describe, expect, it } from 'vitest';
import { instructionText, makesNoLayer } from './instruction';

const SUM = 'd874ee53746802fc1dcb2de75da199ed2e5ae193ff139b7b4f38f65b191931df';

describe('what made a layer, as one would write it', () => {
  it.each([
    ['classic RUN', '/bin/sh -c mkdir -p /var/data', 'RUN mkdir -p /var/data'],
    ['with build arguments', '|1 TOKEN=none /bin/sh -c dd if=/dev/zero', 'RUN dd if=/dev/zero'],
    ['classic COPY', `/bin/sh -c #(nop) COPY file:${SUM} in /srv/a `, 'COPY … /srv/a'],
    ['classic ADD', `/bin/sh -c #(nop) ADD multi:${SUM} in / `, 'ADD … /'],
    ['another shell', '/bin/bash -o pipefail -c #(nop) WORKDIR /srv', 'WORKDIR /srv'],
    ['BuildKit RUN', 'RUN /bin/sh -c apt-get update # buildkit', 'RUN apt-get update'],
    ['BuildKit RUN with arguments', 'RUN |1 A=b /bin/sh -c true # buildkit', 'RUN true'],
    ['BuildKit RUN without a shell', 'RUN /usr/bin/make # buildkit', 'RUN /usr/bin/make'],
    ['BuildKit COPY', 'COPY . /srv # buildkit', 'COPY . /srv'],
    ['several lines', '/bin/sh -c a \\\n\t && b', 'RUN a \\ && b'],
    ['a commit', 'sh -c echo hi > /srv/new', 'sh -c echo hi > /srv/new'],
    ['nothing', '', ''],
  ])('%s', (_what, createdBy, text) => {
    expect(instructionText(createdBy)).toBe(text);
  });
});

describe('never makes a layer', () => {
  it.each([
    ['/bin/sh -c #(nop)  ENV COURSE=namespaces', true],
    ['/bin/sh -c #(nop)  CMD ["sleep" "1d"]', true],
    ['/bin/bash -o pipefail -c #(nop)  LABEL part=web', true],
    ['EXPOSE map[80/tcp:{}]', true],
    ['VOLUME [/data]', true],
    ['/bin/sh -c #(nop) WORKDIR /srv', false],
    ['/bin/sh -c ENV', false],
    ['ENVOY start', false],
    ['RUN /bin/sh -c true # buildkit', false],
    ['', false],
  ])('%s: %s', (createdBy, never) => {
    expect(makesNoLayer(createdBy)).toBe(never);
  });
});
