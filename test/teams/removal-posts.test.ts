import assert from 'node:assert/strict';
import { createPostDelivery } from '../../src/application/deliver-posts.ts';
import { registerSubscriber } from '../../src/application/register-subscriber.ts';
import { personId } from '../../src/domain/identifiers.ts';
import { later } from '../../src/domain/instant.ts';
import type { Language } from '../../src/domain/language.ts';
import { subscriberIdOf } from '../../src/domain/subscriber.ts';
import type { PartnerAuthority, RenderPost } from '../../src/application/ports.ts';
import { renderRemovalPost } from '../../src/teams/render-removal-post.ts';
import { contoso, fabrikam, granularOffer, megan, received } from '../support/invitation-examples.ts';
import { partnerDesk } from '../support/partner-desk.ts';
import { recordedMeter } from '../support/recorded-meter.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { recordingPoster } from '../support/recording-poster.ts';
import { slowAuthority } from '../support/slow-authority.ts';

describe('when delegated permissions are removed', () => {
  it('everyone else is told, each in their own language, once', async () => {
    const desk = await tellingDesk();
    await desk.remove(megan);
    await desk.remove(megan);
    await desk.quiet();
    assert.deepEqual(desk.readBy('adele'), ['Megan Bowen removed the delegated permissions of Fabrikam.']);
    assert.deepEqual(desk.readBy('alex'), [
      'Megan Bowen a supprimé les autorisations déléguées de Fabrikam.',
    ]);
    assert.deepEqual(desk.readBy('megan'), [], 'who removed them knows already');
  });

  it('nobody is told of it any more once the partner was given others', async () => {
    const desk = await tellingDesk();
    await desk.remove(megan);
    await desk.accept(granularOffer);
    await desk.quiet();
    assert.deepEqual(desk.readBy('adele'), []);
  });

  it('the card changes once the tenant shows it, where the tenant is the truth', async () => {
    const authority = slowAuthority({ now: () => later(received, 1000) });
    const desk = await tellingDesk(authority);
    await desk.remove(megan);
    await desk.quiet();
    authority.showRemoval(fabrikam.id);
    await desk.observeRemoval();
    await desk.quiet();
    const told = 'Megan Bowen removed the delegated permissions of Fabrikam.';
    assert.deepEqual(desk.readBy('adele'), [told, `${told} (in place)`]);
  });
});

/** A desk whose partner Fabrikam has permissions, and that three people are told by; Alex reads French. */
async function tellingDesk(authority?: PartnerAuthority) {
  const desk = partnerDesk(authority && { authority });
  await desk.accept();
  const readers: readonly (readonly [string, Language])[] = [
    ['megan', 'en'],
    ['adele', 'en'],
    ['alex', 'fr'],
  ];
  for (const [name, language] of readers) {
    const audience = { kind: 'person', person: personId(name) } as const;
    await registerSubscriber(desk, contoso, { audience, language, reference: {} });
  }
  const { taken, poster } = recordingPoster(desk.clock);
  const removal = renderRemovalPost({ store: desk.store, isSandbox: true });
  const renderPost: RenderPost = (tenant, subject, to) =>
    subject.kind === 'removal' ? removal(tenant, subject, to) : Promise.resolve(undefined);
  const ports = {
    ...desk,
    renderPost,
    poster,
    timer: desk.time.timer,
    meter: recordedMeter(),
    log: recordedLog(),
  };
  const delivery = createPostDelivery({ ...ports, randomBytes: (count) => new Uint8Array(count) });
  return {
    ...desk,
    async quiet() {
      delivery.takeUp(contoso);
      while (await hasMoreToTell(desk)) await desk.time.pass(100);
    },
    readBy: (name: string) =>
      taken
        .filter(({ to }) => to === subscriberIdOf({ kind: 'person', person: personId(name) }))
        .map(({ what, text }) => (what === 'updated' ? `${text} (in place)` : text)),
  };
}

async function hasMoreToTell({ store }: ReturnType<typeof partnerDesk>): Promise<boolean> {
  const announcements = await store.list(contoso, 'announcement', { limit: 1 });
  const posts = await store.list(contoso, 'pendingPost', { limit: 1 });
  return announcements.items.length + posts.items.length > 0;
}
