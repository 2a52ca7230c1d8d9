import type { TurnContext } from 'botbuilder';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { emailAddress } from '../../domain/email-address.ts';
import { readMember } from './roster.ts';
import { isGuestName } from './standing.ts';

/**
 * Reads the e-mail address in the profile of the person acting, from the roster of the chat.
 * @returns undefined if the profile has none, or cannot be read, which is logged
 */
export async function profileAddressOf(context: TurnContext, log: Log): Promise<string | undefined> {
  try {
    const member = await readMember(context);
    return addressIn(member.email) ?? addressIn(member.userPrincipalName);
  } catch (error) {
    log.warn({ error: errorForLog(error) }, 'the profile of a person could not be read');
    return undefined;
  }
}

/** The user principal name of a guest receives no e-mail. */
function addressIn(text: string | null | undefined): string | undefined {
  const given = text?.trim() ?? '';
  return isGuestName(given) ? undefined : emailAddress(given);
}
