import assert from 'node:assert/strict';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import {
  CachingConnectorFactory,
  type CachedConnectors,
} from '../../../../src/teams/channel/connectors/caching-connector-factory.ts';

/** Creates a new connector for every call, or fails. */
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
    const cached: CachedConnectors = new Map();
    return { fresh, turnFactory: () => new CachingConnectorFactory(fresh, cached) };
  };

  it('gives every turn the same connector of a service URL', async () => {
    const { turnFactory } = factories();
    assert.equal(
      await turnFactory().create(europe, 'channel'),
      await turnFactory().create(europe, 'channel'),
    );
  });

  it('keeps service URLs and audiences apart', async () => {
    const { turnFactory } = factories();
    const first = await turnFactory().create(europe, 'channel');
    assert.notEqual(await turnFactory().create(america, 'channel'), first);
    assert.notEqual(await turnFactory().create(europe, 'sovereign channel'), first);
  });

  it('does not cache a failure', async () => {
    const { fresh, turnFactory } = factories();
    fresh.isBroken = true;
    await assert.rejects(turnFactory().create(europe), /no token/);
    fresh.isBroken = false;
    assert.ok(await turnFactory().create(europe));
  });

  it('forgets the oldest of very many', async () => {
    const { turnFactory } = factories();
    const first = await turnFactory().create(europe);
    for (let number = 0; number < 1000; number++) await turnFactory().create(`${america}${number}/`);
    assert.notEqual(await turnFactory().create(europe), first);
  });
});
