import type { ConversationReference, TurnContext } from 'botbuilder';
import type { MailQueue } from '../../application/contact/mail-queue.ts';
import type { PasteLimits } from '../../application/invitations/paste-limits.ts';
import type { PartnerAuthority, Roles } from '../../application/ports/authority.ts';
import type { Clock, NewId, RandomBytes } from '../../application/ports/clock.ts';
import type { FileDownload } from '../../application/ports/file-download.ts';
import type { FileUpload } from '../../application/ports/file-upload.ts';
import type { Log } from '../../application/ports/log.ts';
import type { ParseMail } from '../../application/ports/mail-parser.ts';
import type { MailboxState } from '../../application/ports/mailbox-reader.ts';
import type { Meter } from '../../application/ports/meter.ts';
import type { Announcements } from '../../application/ports/posts.ts';
import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import type { TenantReader } from '../../application/ports/tenant-reader.ts';
import type { BackgroundWork } from '../../application/runtime/background-work.ts';
import type { LimitTurns } from '../../application/runtime/limit-turns.ts';
import type { ContactLimits } from '../../domain/contact/contact-limits.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Wording } from '../../i18n/messages.ts';
import type { GuestPolicy, StandingOf } from '../channel/standing.ts';
import type { TenantConversationState } from '../channel/tenant-conversation-state.ts';

/** The services of the bot: the ports of its use cases, and the desk's settings. */
export interface Services {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly delivery: MailQueue;
  readonly contactLimits: ContactLimits;
  /** Whether requesters get a copy of a contact request, at the address in their profile. */
  readonly sendsCopies: boolean;
  readonly roles: Roles;
  readonly authority: PartnerAuthority;
  /** Undefined where the desk keeps its own records, and reads nothing in Microsoft 365. */
  readonly tenantReader: TenantReader | undefined;
  /** How reading the mailbox of a tenant stands; undefined if none is read. */
  readonly mailboxState: (tenant: TenantId, signal: AbortSignal) => Promise<MailboxState | undefined>;
  readonly announcements: Announcements;
  readonly upload: FileUpload;
  readonly download: FileDownload;
  readonly parseMail: ParseMail;
  /** Whether a file may be uploaded to this address, and downloaded from it. */
  readonly isAcceptedFileAddress: (address: string) => boolean;
  /** Whether clients accept files; the Playground does not. */
  readonly sendsFiles: boolean;
  /** Work that continues after the reply. */
  readonly background: BackgroundWork;
  /** Continues in a chat after the turn has ended. */
  readonly resume: (
    chat: Partial<ConversationReference>,
    work: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
  readonly meter: Meter;
  readonly log: Log;
  /** Interval between reviews of partners' access; days. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read; else nothing that was read before counts. */
  readonly readsTenant: boolean;
  /** Where people carry out in Microsoft 365 what was decided: the admin center's list of partners. */
  readonly partnersPage: string;
  /** Applies the rate limits; called for every turn of a known person. */
  readonly limitTurns: LimitTurns;
  readonly pasteLimits: PasteLimits;
  readonly allowedTenants: readonly TenantId[] | 'any';
  readonly guests: GuestPolicy;
  /** What the person acting is to the tenant: asks the roster. */
  readonly standingOf: StandingOf;
  /** What the texts of the cards may say. */
  readonly wording: Wording;
  /** E-mails go to a folder instead of a mail server: the confirmation says so. */
  readonly isOutbox: boolean;
  readonly conversationState: TenantConversationState;
}
