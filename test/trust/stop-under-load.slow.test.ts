import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { newId, systemClock } from '../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../src/application/invitations/receive-submitted-invitation.ts';
import { invitationId, providerId, tenantId } from '../../src/domain/identifiers.ts';
import { startDeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { resellerOffer } from '../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';
import { silentServer } from '../support/servers/smtp-inbox.ts';
import { homeTenant } from '../support/examples/example-ids.ts';

const tenant = tenantId(homeTenant);
const invitations = 400;
const atOnce = 20;

describe('A desk that is told to stop under load', function () {
  const folder = temporaryFolder();

  /** Stores pending invitations, each of another partner. @returns their ids */
  async function waiting(): Promise<string[]> {
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    const ids: string[] = [];
    for (let index = 0; index < invitations; index += 1) {
      const partner = { id: providerId(newId()), idIsGuess: false };
      const posted = { postedId: newId(), offer: { ...resellerOffer, partner }, withdrawn: false };
      const ports = { store, clock: systemClock, newId };
      ids.push((await receiveSubmittedInvitation(ports, tenant, posted)).invitation.id);
    }
    await store.close();
    return ids;
  }

  it('finishes the turns that it took, refuses others, ends in time, and has kept what it acknowledged', async () => {
    const ids = await waiting();
    const [connector, silent] = await Promise.all([openConnector(), silentServer()]);
    connector.behaveAs(({ conversation }) => (conversation === 'stuck' ? 'hang' : 'take'));
    const environment = { DESK_MODE: 'sandbox', DATA_DIR: folder(), MAIL: silent.address, LOG_LEVEL: 'warn' };
    const desk = await startDeskProcess(environment);

    // A turn that never finishes, because its channel hangs.
    const message = messageToDesk(connector.serviceUrl, 'help');
    const stuck = desk
      .post({ ...message, conversation: { ...message.conversation, id: 'stuck' } })
      .catch((error: unknown) => error);
    await until(() => connector.hanging() > 0);

    const acknowledged: string[] = [];
    const refused: (string | null)[] = [];
    let cut = 0;
    let stopping: Promise<number | string | null> | undefined;
    const left = [...ids];
    const press = async (): Promise<void> => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const value = {
          action: { type: 'Action.Execute', verb: 'invitation.authorize', data: { invitation: id } },
        };
        const activity = { ...message, type: 'invoke', name: 'adaptiveCard/action', value };
        try {
          const { status, text, headers } = await desk.post(activity);
          if (status === 503) refused.push(headers.get('retry-after'));
          else if (status === 200 && text.includes('Invitation authorized')) acknowledged.push(id);
          else assert.fail(`${status} ${text}`);
        } catch (error) {
          assert.ok(
            stopping !== undefined,
            `a connection broke before the desk was told to stop: ${String(error)}`,
          );
          cut += 1;
        }
        if (acknowledged.length > invitations / 4) stopping ??= desk.stop();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, press));
    assert.equal(await stopping, 0);
    await stuck;
    assert.ok(refused.length > 0);
    assert.deepEqual([...new Set(refused)], ['5']);

    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    for (const id of acknowledged) {
      assert.equal(
        (await store.get(tenant, 'invitation', invitationId(id)))?.value.status.kind,
        'authorized',
      );
    }
    const { items } = await store.entries(tenant, 'audit', { limit: 10 * invitations });
    const decided = items.flatMap(({ event }) =>
      event.kind === 'invitationAuthorized' ? [event.invitation] : [],
    );
    assert.equal(new Set(decided).size, decided.length);
    assert.deepEqual(
      acknowledged.filter((id) => !decided.includes(invitationId(id))),
      [],
    );
    await store.close();

    const again = await startDeskProcess(environment);
    assert.equal(await again.stop(), 0);
    await Promise.all([connector.close(), silent.close()]);
    process.stdout.write(
      `    ${acknowledged.length} acknowledged and kept, ${refused.length} refused, ${cut} disconnected\n`,
    );
  });
});
