import type { MailOrigin } from '../../domain/invitations/message/mail-origin.ts';
import type { ShownMessage } from '../../domain/invitations/message/shown-message.ts';

/**
 * Reads a mail as it was sent (MIME): what its reader sees, and where it says that it is from.
 * @param mime the whole mail; the caller bounds its size
 * @param headersBy who wrote its headers
 * @throws DomainError('unreadable-mail') for anything that is no mail
 */
export type ParseMail = (mime: Uint8Array, headersBy: MailOrigin['headersBy']) => Promise<ShownMessage>;
