import assert from 'node:assert/strict';
import { authorityFor, tenantTokens } from '../../../src/adapters/identity/tenant-tokens.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';

const contoso = tenantId('11111111-0000-4000-8000-000000000001');
const fabrikam = tenantId('11111111-0000-4000-8000-000000000002');

describe('Tokens of tenants', () => {
  for (const authority of [
    'https://login.example/home',
    'https://login.example/home/',
    'https://login.example/botframework.com',
  ]) {
    it(`are asked for at the authority ${authority} with the tenant in place of its last segment`, () => {
      assert.equal(authorityFor(authority, contoso), `https://login.example/${contoso}`);
    });
  }

  it('are asked for at that authority, whatever a sandbox calls a tenant', () => {
    const address = new URL(authorityFor('https://login.example/home', tenantId('../x?y#z@evil.example/')));
    assert.equal(address.origin, 'https://login.example');
    assert.equal(address.search, '');
    assert.equal(address.pathname.split('/').length, 2);
  });

  it('are not there for other tenants than that of a managed identity, which the failure says', async () => {
    const log = recordedLog();
    const tokens = tenantTokens({
      appId: 'app',
      credential: { kind: 'managedIdentity' },
      authority: 'https://login.example/home',
      homeTenant: contoso,
      scope: 'https://graph.example/.default',
      ...movingTime(monday),
      meter: recordedMeter(),
      log,
    });
    await assert.rejects(tokens.token(fabrikam), { code: 'managed_identity_of_another_tenant' });
    assert.deepEqual(log.lines, ['error could not get a token; Microsoft 365 cannot be read without one']);
    assert.match(log.everything(), new RegExp(`"tenant":"${fabrikam}"`));
  });
});
