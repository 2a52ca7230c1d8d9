import assert from 'node:assert/strict';
import { signOfElsewhere } from '../../src/domain/loopback.ts';

type Fields = readonly (readonly [string, string])[];

const local: Fields = [['Host', '127.0.0.1:3978']];
const sign = (fields: Fields, url = '/health') => signOfElsewhere({ url, rawHeaders: fields.flat() });

describe('A request to the sandbox', () => {
  const accepted: readonly (readonly [string, Fields])[] = [
    ['a program on this machine', local],
    ['a program that says localhost', [['host', 'LOCALHOST']]],
    ['a program on IPv6', [['Host', '[::1]:3978']]],
    ['somebody who typed its address', [...local, ['Sec-Fetch-Site', 'none']]],
    ['its own page', [...local, ['Origin', 'http://127.0.0.1:3978'], ['Sec-Fetch-Site', 'same-origin']]],
    [
      'the Playground’s SDK',
      [...local, ['x-ms-conversation-id', '1'], ['traceparent', '00'], ['accept', '*/*']],
    ],
  ];
  for (const [who, fields] of accepted)
    it(`is accepted from ${who}`, () => {
      assert.equal(sign(fields), undefined);
    });

  const hosts = [
    ...[
      'desk.example',
      'localhost.example',
      '127.0.0.1.nip.io',
      'localhost.',
      '127.0.0.1@desk.example',
      '0.0.0.0',
      '',
      ' ',
    ],
    ...[
      '[::ffff:127.0.0.1]',
      '2130706433',
      '127.1',
      'localhost:80:80',
      '[::1',
      'localhost, desk.example',
      '10.0.0.1',
    ],
  ];
  for (const host of hosts)
    it(`is refused for the host “${host}”`, () => {
      assert.equal(sign([['Host', host]]), 'host');
    });
  it('is refused without a host, with two, or for a whole URL', () => {
    assert.equal(sign([]), 'host');
    assert.equal(sign([...local, ['host', 'desk.example']]), 'host');
    assert.equal(sign([...local, ...local]), 'host');
    for (const url of ['http://desk.example/', 'http://127.0.0.1:3978/', 'desk.example:443', ''])
      assert.equal(sign(local, url), 'host');
  });

  const pages: readonly Fields[] = [
    [['Origin', 'https://desk.example']],
    [['Origin', 'null']],
    [['Origin', '']],
    [['Origin', 'http://localhost:3978']],
    [['Origin', 'http://127.0.0.1:3979']],
    [['Origin', 'https://127.0.0.1:3978']],
    [
      ['Origin', 'http://127.0.0.1:3978'],
      ['Origin', 'https://desk.example'],
    ],
    [['Sec-Fetch-Site', 'cross-site']],
    [['Sec-Fetch-Site', 'same-site']],
    [
      ['Origin', 'http://127.0.0.1:3978'],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
  ];
  for (const fields of pages)
    it(`is refused from a page of somebody else: ${fields.flat().join(' ')}`, () => {
      assert.equal(sign([...local, ...fields]), 'origin');
    });

  const proxies = [
    ...[
      'Forwarded',
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'X-Forwarded-Proto',
      'X-Forwarded-Anything',
      'X_Forwarded_For',
    ],
    ...[
      'X-Real-IP',
      'X-Tunnel-Id',
      'X-MS-Proxy',
      'Proxy-Connection',
      'Via',
      'X-Original-Host',
      'X-Original-URL',
      'X-Client-IP',
      'X-Cluster-Client-IP',
      'True-Client-IP',
    ],
    ...[
      'CF-Connecting-IP',
      'CF-Ray',
      'Fastly-Client-IP',
      'X-Azure-ClientIP',
      'X-ARR-LOG-ID',
      'Client-IP',
      'CDN-Loop',
    ],
    ...[
      'X-Envoy-External-Address',
      'X-Amzn-Trace-Id',
      'Tailscale-User-Login',
      'WL-Proxy-Client-IP',
      'x-originating-ip',
    ],
    ...['X-Appengine-User-IP', 'Proxy-Client-IP', 'Remote-Addr', 'X-Host', 'Fly-Client-IP', 'Max-Forwards'],
  ];
  for (const name of proxies)
    it(`is refused where it was forwarded: ${name}`, () => {
      assert.equal(sign([...local, [name, '127.0.0.1']]), 'forwarding');
    });
});
