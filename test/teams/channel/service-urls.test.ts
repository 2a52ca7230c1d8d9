import assert from 'node:assert/strict';
import { isAcceptedServiceUrl } from '../../../src/teams/channel/service-urls.ts';

const microsoft = { origins: [], loopbackOnly: false, teamsOnly: true };

describe('A service URL', () => {
  for (const address of [
    'https://smba.trafficmanager.net/emea/11111111-0000-4000-8000-000000000000/',
    'https://smba.trafficmanager.net/teams/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
    'https://smba.infra.dod.teams.microsoft.us/dod/',
  ]) {
    it(`of Teams is accepted: ${address}`, () => {
      assert.equal(isAcceptedServiceUrl(address, microsoft), true);
    });
  }

  for (const address of [
    'https://directline.botframework.com/',
    'https://webchat.botframework.com/',
    'https://smba.trafficmanager.net./emea/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:password@smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://evil.example/?https://smba.trafficmanager.net/',
    'https://evil.example/#smba.trafficmanager.net',
    'https:\\\\evil.example\\smba.trafficmanager.net',
    'https://smbа.trafficmanager.net/',
    'https://169.254.169.254/metadata/identity/oauth2/token',
    'http://127.0.0.1:3979/',
    'http://localhost/',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    '//smba.trafficmanager.net/',
    '',
  ]) {
    it(`of somebody else is not: ${address}`, () => {
      assert.equal(isAcceptedServiceUrl(address, microsoft), false);
    });
  }

  it('of a private channel is accepted at the origin that was named, and at no other', () => {
    const rules = { origins: ['https://channel.contoso.com'], loopbackOnly: false, teamsOnly: true };
    assert.equal(isAcceptedServiceUrl('https://channel.contoso.com/anything/', rules), true);
    for (const other of [
      'http://channel.contoso.com/',
      'https://channel.contoso.com:444/',
      'https://contoso.com/',
    ]) {
      assert.equal(isAcceptedServiceUrl(other, rules), false);
    }
  });

  it('of Web Chat or Direct Line is accepted in a sandbox with credentials', () => {
    const rules = { ...microsoft, teamsOnly: false };
    for (const host of ['directline.botframework.com', 'webchat.botframework.com', 'smba.trafficmanager.net'])
      assert.equal(isAcceptedServiceUrl(`https://${host}/`, rules), true);
  });

  it('in a sandbox without credentials is on this machine', () => {
    const rules = { origins: ['https://channel.contoso.com'], loopbackOnly: true, teamsOnly: false };
    for (const own of [
      'http://127.0.0.1:56150/',
      'http://localhost:1/',
      'http://[::1]:1/',
      'http://127.8.9.1/',
    ]) {
      assert.equal(isAcceptedServiceUrl(own, rules), true);
    }
    for (const other of [
      'https://channel.contoso.com/',
      'https://smba.trafficmanager.net/',
      'http://127.evil.example/',
    ]) {
      assert.equal(isAcceptedServiceUrl(other, rules), false);
    }
  });
});
