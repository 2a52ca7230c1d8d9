import { randomBytes, timingSafeEqual } from 'node:crypto';
import { guidIn } from '../../../domain/guid.ts';
import type { NameOf } from '../graph/partner-calls.ts';
import type { Delivery, IncomingCall } from '../reply.ts';
import { permissions, type SimulatedTenant } from '../tenant/simulated-tenant.ts';
import { actions, FormProblem } from './actions.ts';
import { form, hidden } from './form.ts';
import { html } from './html.ts';
import type { KnownPartner } from './known-partners.ts';
import { screen } from './layout.ts';
import { followFragment, partnerOfLink, requestScreen } from './request-screen.ts';
import { tenantScreen } from './tenant-screen.ts';

interface PageOptions {
  readonly tenant: (id: string) => SimulatedTenant;
  readonly tenantIds: () => readonly string[];
  readonly nameOf: NameOf;
  /** The tenant that is shown where none is named. */
  readonly shownTenant: string;
  readonly knownPartners: readonly KnownPartner[];
  /** Called after a form has changed a tenant, before that is answered. */
  readonly changed?: ((tenant: SimulatedTenant) => Promise<void>) | undefined;
}

/** A plain page that stands for the admin center of every tenant. */
export function openPage({ tenant, tenantIds, nameOf, shownTenant, knownPartners, changed }: PageOptions) {
  // Every form carries it, so that no other page can send one; a page's own address is not enough on loopback.
  const secret = randomBytes(24).toString('base64url');
  let done: string | undefined;

  /** @returns undefined if it is no address of the page */
  async function answer(incoming: IncomingCall): Promise<Delivery | undefined> {
    const { pathname, searchParams } = new URL(incoming.url, 'https://localhost');
    if (incoming.method === 'POST' && pathname.startsWith('/act/')) {
      return act(pathname.slice('/act/'.length), incoming);
    }
    if (incoming.method !== 'GET') return undefined;
    const asked = searchParams.get('tenant') ?? shownTenant;
    if (pathname === '/') return overview(asked);
    if (/^\/adminportal\/home\/?$/i.test(pathname)) return request(asked, searchParams);
    const [, consentTo] = /^\/([^/]+)\/v2\.0\/adminconsent$/.exec(pathname) ?? [];
    return consentTo === undefined ? undefined : consent(decodeURIComponent(consentTo), searchParams);
  }

  function overview(id: string): Delivery | undefined {
    // A tenant comes into being when the desk reads it, not by a link.
    if (id !== shownTenant && !tenantIds().includes(id)) return undefined;
    const said = done;
    done = undefined;
    const shown = tenant(id);
    const body = tenantScreen({ tenant: shown, tenantIds: tenantIds(), knownPartners, secret, done: said });
    return screen({ title: 'Partner relationships', body });
  }

  async function request(id: string, asked: URLSearchParams): Promise<Delivery> {
    const [chosen, link] = [asked.get('partner') ?? '', asked.get('link')?.trim() ?? ''];
    // A form always sends a partner; a link was pasted on purpose.
    const partner = link === '' ? guidIn(chosen) : partnerOfLink(link);
    if (partner === undefined) {
      const body = html`<p>
        The link names no partner. <a href="/">Choose the partner, or paste the whole link.</a>
      </p>`;
      return screen({ title: 'A request', body, script: followFragment });
    }
    const known = knownPartners.find((candidate) => candidate.id === partner);
    const named = known ?? { ...((await nameOf(partner)) ?? { name: '', domain: '' }), sells: false };
    const claimed = known?.roles ?? knownPartners[0]?.roles ?? [];
    const body = requestScreen({ secret, tenant: id }, { ...named, id: partner, roles: claimed });
    return screen({ title: 'A request', body });
  }

  function consent(id: string, asked: URLSearchParams): Delivery {
    const context = { secret, tenant: id };
    const fields = (answered: string) => [
      hidden('answer', answered),
      hidden('redirect', asked.get('redirect_uri') ?? ''),
      hidden('state', asked.get('state') ?? ''),
    ];
    const body = html`
      <p>An app asks for permissions in your whole organisation ${id}.</p>
      <ul>
        ${permissions.slice(0, -1).map((name) => html`<li>${name}</li>`)}
      </ul>
      ${form(context, 'consent', 'Accept', fields('accept'))}
      ${form(context, 'consent', 'Cancel', fields('refuse'))}
    `;
    return screen({ title: 'Permissions requested', body });
  }

  async function act(name: string, incoming: IncomingCall): Promise<Delivery> {
    const sent = new URLSearchParams(incoming.body);
    // Whether the origin is this page's was checked for every request; a form has to name one.
    if (incoming.header('origin') === undefined || !isSecret(sent.get('secret') ?? '')) {
      return problem(
        403,
        'This form is not from this page, or the simulation was started anew. Open the page again.',
      );
    }
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const id = sent.get('tenant') ?? '';
    if (action === undefined || (id !== shownTenant && !tenantIds().includes(id) && name !== 'consent')) {
      return problem(404, 'There is nothing of the kind here.');
    }
    try {
      done = action(tenant(id), sent);
    } catch (error) {
      if (error instanceof FormProblem) return problem(400, error.message);
      throw error;
    }
    await changed?.(tenant(id));
    if (name === 'consent' && sent.get('redirect') !== '') return consented(tenant(id), sent);
    const location = `/?tenant=${encodeURIComponent(tenant(id).id)}`;
    return { kind: 'whole', reply: { status: 303, headers: { location }, body: '' } };
  }

  function isSecret(given: string): boolean {
    const [one, other] = [Buffer.from(given), Buffer.from(secret)];
    return one.length === other.length && timingSafeEqual(one, other);
  }

  return { answer };
}

/** Where the identity platform would send the browser. It is a link, because the address is anybody's. */
function consented({ id, hasConsented }: SimulatedTenant, sent: URLSearchParams): Delivery {
  const redirect = sent.get('redirect') ?? '';
  if (!URL.canParse(redirect) || !/^https?:$/.test(new URL(redirect).protocol)) {
    return problem(400, 'The address to return to is none.');
  }
  const address = new URL(redirect);
  const answered = hasConsented
    ? { admin_consent: 'True', tenant: id, scope: 'https://graph.microsoft.com/.default' }
    : { error: 'permission_denied', error_description: 'The admin canceled the request.' };
  for (const [name, value] of Object.entries({ ...answered, state: sent.get('state') ?? '' })) {
    address.searchParams.set(name, value);
  }
  const title = hasConsented ? 'Accepted' : 'Refused';
  return screen({
    title,
    body: html`<p>
      Microsoft would now open <a href="${address.href}" rel="noreferrer">${address.href}</a>
    </p>`,
  });
}

function problem(status: number, text: string): Delivery {
  return screen({
    status,
    title: 'That did not work',
    body: html`<p>${text}</p>
      <p><a href="/">Back</a></p>`,
  });
}
