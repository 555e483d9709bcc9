import { describe, expect, it } from 'vitest';
import { withoutPassword } from '../../../../src/config.js';
import { readServerSettings, type UrlForm } from '../../../../src/mlmd/sql/server/settings.js';

const FORM: UrlForm = {
  form: 'postgres://USER@HOST/DATABASE',
  schemes: ['postgres', 'postgresql'],
  defaultPort: 5432,
  texts: ['ca', 'cert', 'key', 'serverName', 'socket', 'schema'],
};
const SERVER = 'postgres://app:s3cr%40t@db.example.org/mlmd';

describe("the URL of a database server's store", () => {
  it('names where it is and who asks, every part encoded, and leaves the rest to the defaults', () => {
    expect(readServerSettings('postgresql://an%20app:p%2Fw@[::1]:6543/my%20db', FORM, undefined)).toEqual({
      host: '::1',
      port: 6543,
      database: 'my db',
      user: 'an app',
      password: { kind: 'TEXT', text: 'p/w' },
      tls: 'prefer',
      pool: 10,
      connectMs: 5_000,
      statementMs: 10_000,
      lockMs: 5_000,
    });
    expect(readServerSettings(SERVER, FORM, undefined)).toMatchObject({ port: 5432, password: { text: 's3cr@t' } });
  });

  it('sets what its parameters say', () => {
    const parameters = 'pool=3&connect-ms=1&statement-ms=2&lock-ms=1000&ca=/ca.pem&server-name=db&schema=s&socket=/run';

    expect(readServerSettings(`${SERVER}?${parameters}`, FORM, undefined)).toMatchObject({
      pool: 3,
      connectMs: 1,
      statementMs: 2,
      lockMs: 1_000,
      ca: '/ca.pem',
      serverName: 'db',
      schema: 's',
      socket: '/run',
      tls: 'verify',
    });
  });

  it.each([
    ['postgres://app@h/d', 'given', { kind: 'TEXT', text: 'given' }],
    ['postgres://app:own@h/d', 'given', { kind: 'TEXT', text: 'own' }],
    ['postgres://app@h/d?password-file=/run/secret', 'given', { kind: 'FILE', path: '/run/secret' }],
    ['postgres://app@h/d', undefined, undefined],
  ])('%s takes its password from the nearest place, beside %s', (url, given, password) => {
    expect(readServerSettings(url, FORM, given).password).toEqual(password);
  });

  it.each([
    ['postgres://app:pw@h', 'names no database'],
    ['postgres://h/d', 'names no user'],
    ['postgres://app:p/w@h/d', "The store's URL"],
    ['postgres://app:pw@h:0/d', "names 'h:0' where a host and a port belong"],
    ['postgres://app:pw%@h/d', "the password has a '%' that encodes nothing"],
    ['postgres://app:pw@h/d?pol=3', "The parameter 'pol' is unknown; there are: tls, password-file, ca,"],
    ['postgres://app:pw@h/d?pool=0', "The parameter 'pool' is '0'; expected a whole number from 1 to 10000."],
    ['postgres://app:pw@h/d?pool=1&pool=2', "The parameter 'pool' is given twice."],
    ['postgres://app:pw@h/d?ca=', "The parameter 'ca' has no value."],
    ['postgres://app:pw@h/d?tls=maybe', "The parameter 'tls' is 'maybe'; expected one of off, prefer, on, verify."],
    ['postgres://app:pw@h/d?tls=off&ca=x', "The parameter 'ca' is for TLS, which tls=off forbids."],
    ['postgres://app:pw@h/d?cert=x', "The parameter 'cert' is given without 'key'"],
    ['postgres://app:pw@h/d?password-file=x', "has a password and the parameter 'password-file'"],
  ])('%s is refused without a word of its password', (url, says) => {
    const refusal = messageOf(() => readServerSettings(url, FORM, undefined));

    expect(refusal).toContain(says);
    expect(refusal).not.toMatch(/pw|p\/w/);
  });

  it.each([
    [SERVER, 'postgres://app:***@db.example.org/mlmd'],
    ['postgres://app:p/w@h/d?ca=x', 'postgres://app:***@h/d?ca=x'],
    ['postgres//app:pw@h/d', 'postgres//app:***@h/d'],
    ['postgres://app@h/d', 'postgres://app@h/d'],
  ])('%s is printed as %s', (url, printed) => {
    expect(withoutPassword(url)).toBe(printed);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was refused');
}
