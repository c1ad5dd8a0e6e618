/** Uids of people: UID_MIN and UID_MAX of login.defs(5) as distributions have them. */
const [LEAST, MOST] = [1000, 60_000];

/** The login names of people in the text of /etc/passwd, see passwd(5). */
export function peopleIn(passwd: string): string[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = ''] = line.split(':');
    const number = /^\d+$/.test(uid) ? Number(uid) : -1;
    return name !== '' && number >= LEAST && number <= MOST ? [name] : [];
  });
}
