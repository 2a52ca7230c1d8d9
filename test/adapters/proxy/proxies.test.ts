import assert from 'node:assert/strict';
import { proxyFor } from '../../../src/adapters/proxy/proxies.ts';

const http = new URL('http://plain.contoso.com:8080');
const https = new URL('http://proxy.contoso.com:8080');

describe('The proxy of an address', () => {
  const settings = { http, https, exceptions: '', identityHosts: ['10.1.2.3'] };
  const through = (address: string, exceptions = '') =>
    proxyFor({ ...settings, exceptions })(new URL(address));

  it('is the one for its scheme', () => {
    assert.equal(through('https://login.botframework.com/v1'), https);
    assert.equal(through('http://contoso.com'), http);
  });

  for (const address of [
    'http://localhost:9000',
    'https://LOCALHOST./',
    'http://desk.localhost',
    'http://127.0.0.1:3978',
    'http://127.9.9.9',
    'http://[::1]:80',
    'http://169.254.169.254/metadata/identity',
    'http://[fe80::1]/',
    'http://10.1.2.3:2377/identity',
  ]) {
    it(`is none for ${address}: it never leaves this machine`, () => {
      assert.equal(through(address), undefined);
    });
  }

  for (const [exceptions, direct, proxied] of [
    ['*', ['https://any.example'], []],
    [
      'contoso.com',
      ['https://contoso.com', 'https://a.b.CONTOSO.com./x'],
      ['https://notcontoso.com', 'https://contoso.com.evil.example'],
    ],
    ['.contoso.com', ['https://contoso.com', 'https://a.contoso.com'], ['https://xcontoso.com']],
    ['*.contoso.com', ['https://a.contoso.com'], ['https://xcontoso.com']],
    ['contoso.com:8443', ['https://contoso.com:8443'], ['https://contoso.com', 'https://contoso.com:443']],
    ['contoso.com:443', ['https://contoso.com'], ['https://contoso.com:8443']],
    ['10.0.0.5', ['https://10.0.0.5:9'], ['https://10.0.0.50', 'https://x.10.0.0.5.example']],
    [
      '10.0.0.0/8 192.168.0.0/16',
      ['https://10.200.0.1', 'https://192.168.7.7'],
      ['https://11.0.0.1', 'https://10.example'],
    ],
    [
      'fd00::1,[fd00::2]:8443',
      ['https://[fd00::1]/', 'https://[fd00::2]:8443'],
      ['https://[fd00::2]/', 'https://[fd00::3]'],
    ],
    [
      ' , contoso.com ,,\tfabrikam.com\n',
      ['https://contoso.com', 'https://fabrikam.com'],
      ['https://x.example'],
    ],
    [
      '10.0.0.0/99,/8,[::1,a b:c:d,https://contoso.com,<local>,:443,.',
      [],
      ['https://contoso.com', 'https://10.0.0.1'],
    ],
  ] as const) {
    it(`follows NO_PROXY=${JSON.stringify(exceptions)}`, () => {
      for (const address of direct) assert.equal(through(address, exceptions), undefined, address);
      for (const address of proxied) assert.equal(through(address, exceptions), https, address);
    });
  }
});
