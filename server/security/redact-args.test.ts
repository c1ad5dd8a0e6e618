import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactArgs } from './redact-args';

const HIDDEN = '•••';

describe('hides', () => {
  it.each([
    ['--name=value', ['x', '--password=s3cret'], ['x', `--password=${HIDDEN}`]],
    ['--name value', ['x', '--token', 's3cret'], ['x', '--token', HIDDEN]],
    ['one dash', ['x', '-password', 's3cret'], ['x', '-password', HIDDEN]],
    ['NAME=value', ['env', 'PASSWORD=s3cret', 'x'], ['env', `PASSWORD=${HIDDEN}`, 'x']],
    ['a longer name', ['x', 'MYSQL_ROOT_PASSWORD=s3cret'], ['x', `MYSQL_ROOT_PASSWORD=${HIDDEN}`]],
    ['a key', ['x', '--api-key=s3cret'], ['x', `--api-key=${HIDDEN}`]],
    ['AWS', ['x', 'AWS_SECRET_ACCESS_KEY=s3cret'], ['x', `AWS_SECRET_ACCESS_KEY=${HIDDEN}`]],
    ['Java', ['java', '-Ddb.password=s3cret'], ['java', `-Ddb.password=${HIDDEN}`]],
    ['PGPASSWORD', ['env', 'PGPASSWORD=s3cret', 'psql'], ['env', `PGPASSWORD=${HIDDEN}`, 'psql']],
    [
      'redis',
      ['redis-server', '--requirepass', 's3cret'],
      ['redis-server', '--requirepass', HIDDEN],
    ],
    ['blanks in a value', ['x', '--password=my s3cret'], ['x', `--password=${HIDDEN}`]],
    [
      'quoted in a shell line',
      ['sh', '-c', 'x --pwd="my s3cret" -v'],
      ['sh', '-c', `x --pwd=${HIDDEN} -v`],
    ],
    [
      'header in a shell line',
      ['sh', '-c', `curl -H 'Authorization: Bearer s3' -v`],
      ['sh', '-c', `curl -H 'Authorization: ${HIDDEN} -v`],
    ],
    [
      'mysql run by another',
      ['docker', 'exec', 'db', 'mysql', '-ps3cret'],
      ['docker', 'exec', 'db', 'mysql', `-p${HIDDEN}`],
    ],
    ['camel case', ['x', '--authToken=s3cret'], ['x', `--authToken=${HIDDEN}`]],
    ['all of a value with =', ['x', '--secret=a=b'], ['x', `--secret=${HIDDEN}`]],
    ['newlines', ['x', '--secret=a\nb'], ['x', `--secret=${HIDDEN}`]],
    ['a value that begins with -', ['x', '--password', '-s3cret'], ['x', '--password', HIDDEN]],
    ['URL', ['x', 'postgres://me:s3cret@db/x'], ['x', `postgres://me:${HIDDEN}@db/x`]],
    ['URL in an option', ['x', '--db=redis://:s3cret@db'], ['x', `--db=redis://:${HIDDEN}@db`]],
    ['an @ in a URL password', ['x', 'amqp://me:s3@cret@mq/'], ['x', `amqp://me:${HIDDEN}@mq/`]],
    [
      'header',
      ['curl', '-H', 'Authorization: Bearer s3'],
      ['curl', '-H', `Authorization: ${HIDDEN}`],
    ],
    ['mysql -p', ['mysql', '-uroot', '-ps3cret'], ['mysql', '-uroot', `-p${HIDDEN}`]],
    ['mysql, by path', ['/usr/bin/mysqldump', '-ps3cret'], ['/usr/bin/mysqldump', `-p${HIDDEN}`]],
    ['mariadb', ['mariadb-admin', '-ps3cret'], ['mariadb-admin', `-p${HIDDEN}`]],
    [
      'within a shell line',
      ['sh', '-c', 'x --password=s3cret -v'],
      ['sh', '-c', `x --password=${HIDDEN} -v`],
    ],
    ['a shell assignment', ['sh', '-c', 'TOKEN=s3cret x'], ['sh', '-c', `TOKEN=${HIDDEN} x`]],
    [
      'next word of a shell line',
      ['sh', '-c', 'x --token s3cret; y'],
      ['sh', '-c', `x --token ${HIDDEN} y`],
    ],
  ])('%s', (_, args, redacted) => {
    expect(redactArgs(args)).toEqual(redacted);
  });
});

describe('leaves', () => {
  it.each([
    ['a port', ['docker', 'run', '-p', '8080:80']],
    ['a port, joined', ['ssh', '-p2222', 'host']],
    ['a port of what is named mysql', ['docker', 'run', '--name', 'mysql', '-p3306:3306']],
    ['mysql asking for a password', ['mysql', '-p', 'database']],
    ['an option that only sounds like it', ['x', '--passive', 'yes', '--tokenizer=fast']],
    ['authors', ['git', 'log', '--author=me']],
    ['keys that are no secrets', ['sort', '--key=2', '--keyboard', 'de']],
    ['a flag followed by a flag', ['x', '--password', '--verbose']],
    ['a URL without a password', ['curl', 'http://user@host:80/a:b@c']],
    ['a time and an address', ['x', '12:30', 'me@host']],
    ['blanks between words', ['sh', '-c', 'a  "b  c"\n\td']],
    ['a word with a quote in it', ['sh', '-c', 'echo a"b c" d']],
    ['the course', ['sh', '-c', 'sleep 1d']],
    ['the program', ['token', 'run']],
    ['nothing', []],
  ])('%s', (_, args) => {
    expect(redactArgs(args)).toEqual(args);
  });
});

it('never changes how many arguments there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (args) => {
      expect(redactArgs(args)).toHaveLength(args.length);
    }),
  );
});
