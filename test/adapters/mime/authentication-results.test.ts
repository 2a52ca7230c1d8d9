import assert from 'node:assert/strict';
import fc from 'fast-check';
import { authenticationResults } from '../../../src/adapters/mime/authentication-results.ts';

describe('The results that a mail’s headers state', () => {
  const stated: readonly (readonly [string, string, object])[] = [
    [
      'of RFC 8601, with comments and properties',
      'mx.example 1; spf=pass (sender is 192.0.2.1; dmarc=pass) smtp.mailfrom=a.example; dkim=fail reason="dmarc=pass; \\"" header.d=a.example; dmarc=none (p=none; dis=none (sp=x)) header.from=a.example',
      { spf: 'pass', dkim: 'fail', dmarc: 'none' },
    ],
    [
      'of Exchange Online, which names no server and has words of its own',
      'spf=softfail (sender IP is 192.0.2.1)\n smtp.mailfrom=a.example; dkim=none (message not signed)\n header.d=none;dmarc=bestguesspass action=none header.from=a.example;compauth=pass reason=109',
      { spf: 'softfail', dkim: 'none', dmarc: 'none' },
    ],
    [
      'of several signatures, of which the worst is told',
      'mx.example; dkim=pass header.d=a.example; dkim=fail header.d=b.example; dkim=neutral header.d=c.example',
      { dkim: 'fail' },
    ],
    [
      'in capitals, with a version and spaces',
      'mx.example; DKIM/1 = Pass; SPF = HardFail',
      { dkim: 'pass', spf: 'fail' },
    ],
    ['of none', 'mx.example; none', {}],
    ['that nobody knows', 'mx.example; spf=splendid; arc=pass; x-dmarc=pass; dmarc', {}],
    ['that are empty', '', {}],
    ['that a comment never closes', 'mx.example; spf=pass (oh; dmarc=pass', { spf: 'pass' }],
  ];
  for (const [what, header, results] of stated) {
    it(what, () => {
      assert.deepEqual(authenticationResults(header), results);
    });
  }

  it('are read of any text', () => {
    const pieces = fc.constantFrom('spf', 'dkim=', 'pass', ';', '(', ')', '"', '\\', ' ', '\n', '=', '/1');
    fc.assert(
      fc.property(
        fc.array(pieces).map((all) => all.join('')),
        (header) => {
          authenticationResults(header);
        },
      ),
    );
  });
});
