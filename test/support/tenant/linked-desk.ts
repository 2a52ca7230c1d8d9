import assert from 'node:assert/strict';
import type { SimulationOptions } from '../../../src/cli/simulation/open-simulation.ts';
import type { SimulatedTenant } from '../../../src/cli/simulation/tenant/simulated-tenant.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, cardsIn, textOf } from '../cards/card-text.ts';
import { homeTenant, otherTenant } from '../examples/example-ids.ts';
import { until } from '../processes/until.ts';
import { openMicrosoft365 } from '../servers/microsoft365.ts';
import { openProduction } from '../servers/production.ts';
import { rosterMember } from '../servers/roster.ts';
import { submitSigned } from '../servers/submit-signed.ts';
import { processSecret } from '../desk/built-desk.ts';
import type { DeskProcess } from '../desk/desk-process.ts';

/** Somebody who uses the desk in a personal chat. */
export interface DeskUser {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
}

/** What a partner's mail flow submits, besides who it is. */
interface Submitted {
  readonly tenant?: string;
  readonly id: string;
  readonly name: string;
  readonly asA?: string;
  /** Role template ids; none: without delegated administration. */
  readonly roles?: readonly string[];
}

/** The desk's reads begin with this one. */
const firstRead = /^\/v1\.0\/policies\/crossTenantAccessPolicy\/partners(?:\?(?!.*skiptoken).*)?$/;

/**
 * The built desk in production, serving two tenants of a simulated Microsoft 365, and its users. Nobody is an
 * administrator but by their roles in the tenant.
 */
export async function openLinkedDesk(
  settings: Readonly<Record<string, string>> = {},
  options: Partial<SimulationOptions> = {},
) {
  const production = await openProduction();
  const { channel, identity } = production;
  const microsoft365 = await openMicrosoft365(production, options);
  const tenantOf = new Map<string, string>();
  channel.rosterAs((conversation, id) => ({
    ...rosterMember(id),
    tenantId: tenantOf.get(conversation) ?? homeTenant,
  }));
  let desk: DeskProcess | undefined;

  async function start(changes: Readonly<Record<string, string>> = {}): Promise<void> {
    desk = await production.start({
      ...microsoft365.environment,
      ADMINS: '',
      ALLOWED_TENANTS: `${homeTenant},${otherTenant}`,
      INVITATION_SECRET: processSecret,
      WATCH_EVERY_SECONDS: '1',
      ...settings,
      ...changes,
    });
  }

  async function send(user: DeskUser, activity: object): Promise<string> {
    assert.ok(desk);
    tenantOf.set(chatOf(user), user.tenant);
    const { status, text } = await desk.post(
      { ...addressOf(user, channel.serviceUrl), ...activity },
      `Bearer ${await identity.sign(channel.serviceUrl)}`,
    );
    assert.equal(status, 200);
    return text;
  }

  /** Everything that was sent to somebody's chat, edits too, oldest first. */
  function sentTo(user: DeskUser) {
    return channel.posted
      .filter(({ path }) => decodeURIComponent(path).startsWith(`/v3/conversations/${chatOf(user)}/`))
      .map(({ method, activity }) => {
        const [card] = cardsIn([JSON.stringify(activity)]);
        const spoken = typeof activity['text'] === 'string' ? activity['text'] : '';
        return { method, activity, card, text: card === undefined ? spoken : textOf(card) };
      });
  }

  const microsoft = {
    /** Rounds of reads of a tenant that were begun. */
    rounds: (tenant: string = homeTenant) =>
      microsoft365.calls.filter((call) => call.tenant === tenant && firstRead.test(call.path)).length,
    /** Waits until so many rounds that began later have ended: the next one has begun. */
    async afterRounds(count: number, tenant: string = homeTenant): Promise<void> {
      const wanted = microsoft.rounds(tenant) + count + 1;
      await until(() => microsoft.rounds(tenant) >= wanted);
    },
    /** Lets Microsoft Graph fail once it has answered what makes one complete read that begins later. */
    async failAfterCompleteRead(tenant: string = homeTenant): Promise<void> {
      const { calls } = microsoft365;
      const from = calls.length;
      const isRead = (path: RegExp) => {
        const providers = calls.findIndex(
          (call, index) => index >= from && call.tenant === tenant && firstRead.test(call.path),
        );
        return (
          providers >= 0 &&
          calls.some(
            (call, index) =>
              index >= providers && call.tenant === tenant && path.test(call.path) && call.status === 200,
          )
        );
      };
      await until(() => isRead(firstRead) && isRead(/\/roleAssignments$/));
      microsoft365.tenant(tenant).failAs('down');
    },
  };

  return {
    ...production,
    ...microsoft,
    microsoft365,
    start,
    sentTo,
    tenant: (id: string = homeTenant): SimulatedTenant => microsoft365.tenant(id),
    desk: (): DeskProcess => desk ?? assert.fail('not started'),
    /** Adds the app for somebody, who is told of everything from then on. */
    install: (user: DeskUser) => send(user, { type: 'installationUpdate', action: 'add' }),
    /** @returns the card that is posted in reply */
    async say(user: DeskUser, text: string): Promise<AdaptiveCard> {
      const before = sentTo(user).length;
      const id = `said-${Math.random()}`;
      await send(user, { type: 'message', text, id });
      const reply = () =>
        sentTo(user)
          .slice(before)
          .find(({ activity }) => activity['replyToId'] === id)?.card;
      await until(() => reply() !== undefined);
      return reply() ?? assert.fail('no card');
    },
    /** @param inputs what is typed @returns the card that replaces it */
    async press(
      user: DeskUser,
      card: AdaptiveCard,
      title: RegExp,
      inputs: Readonly<Record<string, string>> = {},
    ): Promise<AdaptiveCard> {
      const button = buttonsOf(card).find((one) => title.test(one.title) && one.verb !== undefined);
      if (button === undefined) throw new Error(`no button ${String(title)} on: ${textOf(card)}`);
      const { verb, data } = button;
      const action = { type: 'Action.Execute', verb, data: { ...data, ...inputs } };
      const value = { action, trigger: 'manual' };
      const pressed = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'pressed-card' };
      const answer = await send(user, pressed);
      return cardsIn([answer])[0] ?? assert.fail(`no card: ${answer}`);
    },
    /** Submits an invitation, as a mail flow does. */
    async invite({ tenant = homeTenant, id, name, asA, roles = [] }: Submitted): Promise<void> {
      const body = {
        id: [id, asA, ...roles].join('-'),
        tenantId: tenant,
        partner: { tenantId: id, name },
        function: asA ?? (roles.length > 0 ? 'delegatedAdministrator' : 'reseller'),
        ...(roles.length > 0 && { delegatedAdmin: { roles, duration: 'P730D' } }),
      };
      assert.equal(await submitSigned(desk?.url ?? '', body), 202);
    },
    /** Waits for a text in somebody's chat. @param from how much was sent there before */
    async told(user: DeskUser, text: RegExp, from = 0) {
      const found = () =>
        sentTo(user)
          .slice(from)
          .find((each) => text.test(each.text));
      await until(() => found() !== undefined);
      return found() ?? assert.fail();
    },
    /** What holds of every call, whatever happened. */
    assertWellBehaved(): void {
      const { calls, unknownCalls } = microsoft365;
      assert.deepEqual(unknownCalls, [], 'nothing undocumented is used');
      assert.deepEqual(
        calls.filter(({ isEarly }) => isEarly),
        [],
        'nothing is sent before Retry-After is over',
      );
      const writes = calls.filter(
        ({ method, path, service }) =>
          service !== 'token' &&
          method !== 'GET' &&
          !/^\/v1\.0\/(?:\$batch|directoryObjects\/getByIds|users\/[^/]+\/checkMemberGroups)$/.test(path),
      );
      assert.deepEqual(writes, [], 'nothing is written');
    },
    async close(): Promise<void> {
      await production.close();
      await microsoft365.close();
    },
  };
}

export type LinkedDesk = Awaited<ReturnType<typeof openLinkedDesk>>;

function chatOf({ tenant, id }: DeskUser): string {
  return `chat of ${id} in ${tenant}`;
}

function addressOf(user: DeskUser, serviceUrl: string) {
  const { tenant, id, name } = user;
  return {
    id: `activity-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${id}`, name, aadObjectId: id },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id: chatOf(user), tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
    locale: 'en-US',
  };
}
