import type { Actor } from '../domain/actor.ts';
import type { AdminRole } from '../domain/admin-role.ts';
import type { Delivery } from '../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../domain/contact/contact-request.ts';
import type { ChainHead } from '../domain/history/audit-chain.ts';
import type { PersonId, ProviderId, TenantId } from '../domain/identifiers.ts';
import type { Instant } from '../domain/instant.ts';
import type { Effect } from '../domain/invitations/invitation-status.ts';
import type { Invitation, InvitationThatIs } from '../domain/invitations/invitation.ts';
import type { Language } from '../domain/language.ts';
import type { Subject } from '../domain/notifications/announcement.ts';
import type { PostContent, Rendering } from '../domain/notifications/post.ts';
import type { Subscriber } from '../domain/notifications/subscriber.ts';
import type { PartnerRelationship } from '../domain/partners/relationship.ts';
import type { FilterName, ProviderSearch } from '../domain/providers/provider-search.ts';
import type { Provider } from '../domain/providers/provider.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import type { Records, RecordKind, Entries, EntryKind } from './ports/records.ts';

/** What time it is. Only this port knows; tests move it. */
export interface Clock {
  now(): Instant;
}

/** Runs things later. Tests move it together with the clock. */
export interface Timer {
  /** Runs `work` once, `milliseconds` from now. @returns what calls it off; harmless once it has run */
  after(milliseconds: number, work: () => void): () => void;
}

/** Makes ids that nobody can guess and that sort by the time they were made (UUID version 7). */
export type NewId = () => string;

/** Bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array;

// ── Store ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A record with its id and the version that a change to it must name. */
export interface Versioned<Value> {
  readonly id: string;
  readonly version: number;
  readonly value: Value;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `after` to get the following page; absent on the last. */
  readonly next?: string;
}

export interface ListQuery {
  /** The most items to return; 1 or more. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
  /** By id, which for most kinds is by time; `ascending` unless told. */
  readonly order?: 'ascending' | 'descending';
}

/** `expected: 'absent'` puts only where there is no such record. */
export type Change =
  | {
      [Kind in RecordKind]: {
        readonly type: 'put';
        readonly kind: Kind;
        readonly id: string;
        readonly value: Records[Kind];
        readonly expected: number | 'absent';
      };
    }[RecordKind]
  | { readonly type: 'delete'; readonly kind: RecordKind; readonly id: string; readonly expected: number }
  | {
      [Kind in EntryKind]: { readonly type: 'append'; readonly kind: Kind; readonly value: Entries[Kind] };
    }[EntryKind];

/** Thrown by `commit` when a record is not at the version that a change expected; nothing was written. */
export class ConflictError extends Error {
  constructor(kind: RecordKind, id: string) {
    super(`${kind} ${id} has another version`);
    this.name = 'ConflictError';
  }
}

/**
 * What tenants keep. Tenants are apart: no call reads or writes more than the one that it names.
 * Every call throws `DomainError('store-unavailable')` when the medium fails; then nothing was changed.
 */
export interface Store {
  get<Kind extends RecordKind>(
    tenant: TenantId,
    kind: Kind,
    id: string,
  ): Promise<Versioned<Records[Kind]> | undefined>;
  list<Kind extends RecordKind>(
    tenant: TenantId,
    kind: Kind,
    query: ListQuery,
  ): Promise<Page<Versioned<Records[Kind]>>>;
  /** Entries in the order they were appended (or the reverse). */
  entries<Kind extends EntryKind>(
    tenant: TenantId,
    kind: Kind,
    query: ListQuery,
  ): Promise<Page<Entries[Kind]>>;
  /** How far the chain of a tenant's entries has come: how many there are, and the hash that seals them. */
  head(tenant: TenantId, kind: EntryKind): Promise<ChainHead>;
  /** All or nothing; durable when it returns. @throws ConflictError when a version moved. */
  commit(tenant: TenantId, changes: readonly Change[]): Promise<void>;
  /** Every tenant that has something stored. */
  tenants(): Promise<readonly TenantId[]>;
  /** @throws DomainError('store-unavailable') when the medium cannot be written at this moment, or what a tenant stored not be read. */
  check(): Promise<void>;
}

// ── Provider directory ───────────────────────────────────────────────────────────────────────────────────────────────

export interface FacetCount {
  readonly value: string;
  /** Providers that would be found if this value replaced the facet's filter. */
  readonly count: number;
}

/** For each filter that was asked for, the values that exist under the text and the *other* filters; most frequent first, 100 at most. */
export type Facets = Readonly<Record<FilterName, readonly FacetCount[]>>;

/** Which part of what was found is asked for. `offset` and `limit` count providers. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
  /** The filters whose values are to be counted, which takes longer than the search; all of them unless told. */
  readonly facets?: readonly FilterName[];
}

export interface ProviderPage {
  readonly total: number;
  readonly providers: readonly Provider[];
  readonly facets: Facets;
}

/** Every value that the directory holds, most frequent first: what words can mean. */
export interface DirectoryVocabulary {
  readonly countries: readonly string[];
  readonly cities: readonly string[];
  readonly services: readonly string[];
  readonly products: readonly string[];
  readonly industries: readonly string[];
  readonly designations: readonly string[];
}

/** The providers that can be found. Every call throws `DomainError('directory-unavailable')` while there is none to search. */
export interface ProviderDirectory {
  /** Exact and name matches first; typos, accents and prefixes forgiven. */
  search(search: ProviderSearch, range: PageRange): Promise<ProviderPage>;
  /** Those of `ids` that exist, in the order given. */
  find(ids: readonly ProviderId[]): Promise<readonly Provider[]>;
  /** Changes only when another directory is loaded; the same object until then. */
  vocabulary(): Promise<DirectoryVocabulary>;
}

// ── Deciding about partners ──────────────────────────────────────────────────────────────────────────────────────────

/** Which administrator roles people have. Asked at every press, never remembered. */
export interface Roles {
  /** Empty for someone who has none. */
  rolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
}

/** What decisions about partners take effect in: the desk's own records, or the tenant. */
export interface PartnerAuthority {
  /**
   * Brings an authorization about as far as it can, and says how far that is. Called before the decision is stored, which may
   * still lose to another: does nothing that would have to be undone then, and the same when asked again.
   */
  authorize(tenant: TenantId, invitation: Invitation): Promise<Effect>;
  /** How far an authorization has come by now; as it was where nothing more can be seen. */
  observe(tenant: TenantId, invitation: InvitationThatIs<'authorized'>): Promise<Effect>;
  /** Brings about that a partner has no delegated permissions any more, on the same terms as `authorize`. */
  remove(tenant: TenantId, relationship: PartnerRelationship): Promise<Effect>;
  /** How far a removal has come by now; `effect` where nothing more can be seen. */
  observeRemoval(tenant: TenantId, relationship: PartnerRelationship, effect: Effect): Promise<Effect>;
}

// ── Mail ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One letter of a contact request. The adapter writes it in the recipient's language. */
export interface ContactLetter {
  readonly request: ContactRequest;
  readonly delivery: Delivery;
}

/** `refused`: this letter will never be taken, however often it is tried. */
export type MailOutcome = 'accepted' | 'refused';

/** The letter was not taken this time; worth another try. The message goes into the log: it names no person and no address. */
export class MailError extends Error {
  override readonly name = 'MailError';
}

export interface Mail {
  /**
   * Hands one letter over. A letter sent twice carries the same Message-ID.
   * Settles soon after `signal` aborts; whether the letter was taken is then not known.
   * @throws MailError
   */
  send(letter: ContactLetter, signal: AbortSignal): Promise<MailOutcome>;
}

// ── Telling people ───────────────────────────────────────────────────────────────────────────────────────────────────

/** What the desk says without being asked. */
export interface Notice {
  readonly kind: 'contactGivenUp';
  readonly request: ContactRequest;
  /** The one letter of the request that this is about. */
  readonly delivery: Delivery;
}

export interface Notifier {
  /** Posts to the person's own chat where the desk knows it; says nothing otherwise. */
  tell(tenant: TenantId, person: PersonId, notice: Notice): Promise<void>;
}

/** Sees to it that announcements reach whom they concern. */
export interface Announcements {
  /** Takes up what was just committed for this tenant; returns at once. What nobody takes up waits for the next start. */
  takeUp(tenant: TenantId): void;
}

/** Draws what is posted about a subject, for one subscriber; undefined where there is nothing to say about it any more. */
export type RenderPost = (
  tenant: TenantId,
  subject: Subject,
  to: { readonly subscriber: Subscriber; readonly language: Language; readonly timeZone?: TimeZone },
) => Promise<Rendering | undefined>;

/**
 * What came of one attempt to post. `later`: not taken, or perhaps taken without saying so, and worth another try, after
 * `wait` milliseconds where the channel asks for that. `gone`: nothing can be posted there. `refused`: this will never be taken.
 */
export type PostOutcome =
  | { readonly kind: 'taken'; readonly message: string }
  | { readonly kind: 'later'; readonly wait?: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused' };

/** Sends to chats, once each call: it retries nothing. Settles soon after `signal` aborts. Never throws because of the channel. */
export interface Poster {
  post(to: Subscriber, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
  /** Puts other content in the place of a message that was posted there. */
  update(to: Subscriber, message: string, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
}

// ── Identity ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** There is no token now. Why is in the log; a later call asks anew. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable';

  constructor(scope: string) {
    super(`no token for ${scope}`);
  }
}

/** The tokens with which the desk calls others, such as a channel's connector. */
export interface TokenSource {
  /**
   * A token that is good for a minute at least. Settles within seconds.
   * @param scope what it is for, such as `https://api.botframework.com/.default`
   * @throws TokenUnavailable
   */
  token(scope: string): Promise<string>;
}

/** Why a channel's token was not accepted. For the log: whoever sent it learns nothing of it. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'wrong algorithm'
  | 'unknown key'
  | 'wrong signature'
  | 'expired'
  | 'not yet valid'
  | 'wrong audience'
  | 'wrong issuer'
  | 'another service URL'
  | 'no endorsement for the channel';

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: TokenRefusal;

  constructor(reason: TokenRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Nobody can say now whether a token is genuine. Why is in the log. */
export class ChannelKeysUnavailable extends Error {
  override readonly name = 'ChannelKeysUnavailable';
}

/** What a channel's token vouches for. It does not cover the activity that comes with it. */
export interface ChannelToken {
  readonly serviceUrl: string;
  /** The channels that the key it is signed with may speak for, such as `msteams`. */
  readonly endorsements: readonly string[];
  /** Absent from most tokens. */
  readonly tenant: string | undefined;
}

/** The tokens with which channels call the desk. */
export interface ChannelTokens {
  /**
   * @param authorization the header of a request, empty where there was none
   * @throws TokenRefused, ChannelKeysUnavailable
   */
  check(authorization: string): Promise<ChannelToken>;
}

// ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A file that is too long to be held in memory. */
export interface FileToSend {
  /** Where it goes: an upload session that takes parts of a file. */
  readonly address: string;
  /** How long it is. */
  readonly bytes: number;
  /** All of it, in parts of any length. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The file was not taken, or not whole. The message goes into the log: it names no address. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

export interface FileUpload {
  /**
   * Sends a file to its last byte. Settles soon after `signal` aborts.
   * @throws UploadError, and what reading the content throws
   */
  send(file: FileToSend, signal: AbortSignal): Promise<void>;
}

// ── Log ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Structured log. Fields never hold names, addresses, message text or card data. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
