import assert from 'node:assert/strict';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import {
  CachingConnectorFactory,
  type CachedConnectors,
} from '../../../src/teams/channel/caching-connector-factory.ts';

/** Makes a new connector whenever it is asked, or fails. */
class FreshConnectors extends ConnectorFactory {
  isBroken = false;

  override create(baseUri: string): Promise<ConnectorClient> {
    if (this.isBroken) return Promise.reject(new Error('no token'));
    return Promise.resolve(new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri }));
  }
}

describe('CachingConnectorFactory', () => {
  const europe = 'https://smba.trafficmanager.net/emea/';
  const america = 'https://smba.trafficmanager.net/amer/';
  const factories = () => {
    const fresh = new FreshConnectors();
    const kept: CachedConnectors = new Map();
    return { fresh, forATurn: () => new CachingConnectorFactory(fresh, kept) };
  };

  it('gives every turn the same connector of a service URL', async () => {
    const { forATurn } = factories();
    assert.equal(await forATurn().create(europe, 'channel'), await forATurn().create(europe, 'channel'));
  });

  it('keeps service URLs and audiences apart', async () => {
    const { forATurn } = factories();
    const first = await forATurn().create(europe, 'channel');
    assert.notEqual(await forATurn().create(america, 'channel'), first);
    assert.notEqual(await forATurn().create(europe, 'sovereign channel'), first);
  });

  it('does not keep a failure', async () => {
    const { fresh, forATurn } = factories();
    fresh.isBroken = true;
    await assert.rejects(forATurn().create(europe), /no token/);
    fresh.isBroken = false;
    assert.ok(await forATurn().create(europe));
  });

  it('forgets the oldest of very many', async () => {
    const { forATurn } = factories();
    const first = await forATurn().create(europe);
    for (let number = 0; number < 1000; number++) await forATurn().create(`${america}${number}/`);
    assert.notEqual(await forATurn().create(europe), first);
  });
});
