import type { BotState } from '../adapters/bot-state/lowdb-storage.ts';
import type { PartnerAuthority, Roles } from '../application/ports/authority.ts';
import type { Clock, NewId, RandomBytes, Timer } from '../application/ports/clock.ts';
import type { FileDownload } from '../application/ports/file-download.ts';
import type { FileUpload } from '../application/ports/file-upload.ts';
import type { Log } from '../application/ports/log.ts';
import type { Mail } from '../application/ports/mail.ts';
import type { Meter } from '../application/ports/meter.ts';
import type { Announcements, Poster } from '../application/ports/posts.ts';
import type { ProviderDirectory } from '../application/ports/provider-directory.ts';
import type { Store } from '../application/ports/store.ts';
import type { TenantReader } from '../application/ports/tenant-reader.ts';
import type { ConnectionLimits } from '../http/connections/bound-connections.ts';
import type { Parts } from '../http/health/health-routes.ts';
import type { Services } from '../teams/turn/services.ts';

/** Replacements for the desk's own adapters. The caller closes them. */
interface Replaceable {
  readonly log: Log;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
  readonly meter: Meter;
  /** With a given store, the data folder is neither locked nor prepared. */
  readonly store: Store;
  /** Storage of conversations and dialogs; `saved` is for one that writes after the reply. */
  readonly botState: Omit<BotState, 'saved'> & Partial<Pick<BotState, 'saved'>>;
  /** Loaded already: none is installed or watched. */
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly authority: PartnerAuthority;
  readonly tenantReader: TenantReader;
  readonly mail: Mail;
  readonly poster: Poster;
  /** Notified of new announcements, instead of the post queue. */
  readonly announcements: Announcements;
  readonly upload: FileUpload;
  readonly download: FileDownload;
  readonly sendsFiles: Services['sendsFiles'];
  readonly resume: Services['resume'];
  /** The parts reported by `/ready`. */
  readonly parts: Parts;
  readonly limits: Partial<ConnectionLimits>;
}

export type DeskOverrides = Partial<Replaceable>;
