import { describe, expect, it } from 'vitest';
import { Accounts } from './accounts';

describe('accounts', () => {
  it.each([
    ['of the server', 1000, true],
    ['root', 0, true],
    ['of somebody else', 1001, false],
    ['that cannot be told', null, false],
  ])('%s', (_, uid, admitted) => {
    const accounts = new Accounts(new Set([0, 1000]), () => uid);
    expect(accounts.admit({ remotePort: 1 })).toBe(admitted);
  });

  it('of a connection that is kept open nobody is asked again', () => {
    for (const uid of [0, 1001, null]) {
      let asked = 0;
      const accounts = new Accounts(new Set([0]), () => {
        asked += 1;
        return uid;
      });
      const connection = { remotePort: 1 };
      for (let requests = 0; requests < 3; requests += 1) accounts.admit(connection);
      expect(accounts.of(connection)).toBe(uid);
      expect(asked).toBe(1);
      accounts.admit({ remotePort: 1 });
      expect(asked, 'another connection').toBe(2);
    }
  });
});
