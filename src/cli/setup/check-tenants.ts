import type { MailboxState } from '../../application/ports/mailbox-reader.ts';
import type { LinkState, PermissionState } from '../../application/ports/tenant-reader.ts';
import type { Config } from '../../config/load-config.ts';
import { openTenantLink } from '../../desk/open-tenant-link.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { aboutOthers } from '../../i18n/other-mailboxes.ts';
import type { CheckPorts } from './check-bot.ts';
import { line } from './line.ts';

type Output = Pick<NodeJS.WritableStream, 'write'>;

/** For one tenant; milliseconds. */
const timeout = 60_000;
const otherAdvice = 'check the credential, ENTRA_AUTHORITY, and that both can be reached';
/** Tokens are refused beyond it; seconds. */
const maxClockSkew = 300;

/**
 * Reports for each tenant that is served whether it consented, each permission with what it is for, and whether the
 * reads that take it work.
 * @returns whether every tenant can be read
 */
export async function checkTenants(config: Config, ports: CheckPorts, output: Output): Promise<boolean> {
  const { tenantReader, mailboxState } = await openTenantLink(config, ports);
  if (tenantReader === undefined) {
    output.write(line('missing', 'Microsoft 365', 'not read: PARTNER_AUTHORITY is records'));
    return true;
  }
  if (config.allowedTenants === 'any') {
    output.write(line('missing', 'Microsoft 365', 'no tenant is named: set ALLOWED_TENANTS to check one'));
    return true;
  }
  let areLinked = true;
  for (const tenant of config.allowedTenants) {
    const state = await tenantReader.link(tenant, AbortSignal.timeout(timeout));
    areLinked = report(tenant, state, output) && areLinked;
    const mailbox = await mailboxState(tenant, AbortSignal.timeout(timeout));
    if (mailbox !== undefined) areLinked = reportMailbox(mailbox, output) && areLinked;
  }
  return areLinked;
}

function report(tenant: TenantId, state: LinkState, output: Output): boolean {
  const { setup } = messagesIn('en');
  output.write(`\nTenant ${tenant}\nConsent, as an administrator of that tenant: ${state.consentAddress}\n`);
  output.write(line('ok', 'Microsoft Graph', state.graphAddress));
  const hasToken = state.token.kind === 'issued';
  const token =
    state.token.kind === 'issued'
      ? 'issued'
      : `not issued (${state.token.code}): ${setup.noTokenAdvice[state.token.code] ?? otherAdvice}`;
  output.write(line(hasToken ? 'ok' : 'problem', 'Token', token));
  for (const permission of state.permissions) output.write(permissionLine(permission));
  if (state.clockAhead !== undefined) output.write(clockLine(state.clockAhead));
  const isThere = ({ isGranted, read }: PermissionState) => isGranted && read !== 'refused';
  return hasToken && state.permissions.every((each) => each.isOptional || isThere(each));
}

/** @returns whether the mailbox can be read; that others can, too, is a warning */
function reportMailbox({ address, read, others }: MailboxState, output: Output): boolean {
  const { format, mailbox: text } = messagesIn('en');
  const isRead = read === 'read';
  output.write(line(isRead ? 'ok' : 'problem', text.title, text.state(address, text.states[read])));
  for (const { standing, remark } of aboutOthers(format, text, others))
    output.write(line(standing, 'Other mailboxes', remark));
  return isRead;
}

function permissionLine({ permission, isOptional, isGranted, read }: PermissionState): string {
  const { purposes, reads } = messagesIn('en').setup;
  const what = purposes[permission] ?? '';
  const standing = isOptional ? 'missing' : 'problem';
  const state = isGranted ? `granted, ${reads[read]}` : `not granted${isOptional ? ' (optional)' : ''}`;
  const isFine = isGranted && (read === 'read' || read === 'untried');
  return line(isFine ? 'ok' : standing, permission, `${state}: ${what}`);
}

function clockLine(ahead: number): string {
  const isOff = Math.abs(ahead) > maxClockSkew;
  const seconds = Math.round(Math.abs(ahead));
  const remark = `${seconds} s ${ahead < 0 ? 'behind' : 'ahead of'} Microsoft’s`;
  return line(isOff ? 'problem' : 'ok', 'Clock', isOff ? `${remark}: set it, or tokens are refused` : remark);
}
