import { z } from 'zod';
import type { ActivityRead } from '../../application/ports/tenant-reader.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { instantFrom, later, millisecondsOf, type Instant } from '../../domain/instant.ts';
import type { AuditedChange, PartnerSignIn } from '../../domain/tenant/partner-activity.ts';
import { GraphFailure, whyNot } from './graph-failure.ts';
import { readAudits, readPartnerSignIns, type ReportRead } from './graph-reads.ts';
import type { GraphSession } from './graph-session.ts';
import { organisation } from './partner-rows.ts';

/** Rows of a page, and pages of one read; with five reports in ten seconds, the three reads take a minute at most. */
const auditPage = 500;
const maxPages = 10;

const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => instantFrom(Date.parse(text)));

const signInRow = z.object({
  createdDateTime: moment,
  homeTenantId: z.string().nullish(),
  appDisplayName: z.string().nullish(),
  status: z.object({ errorCode: z.number().nullish() }).nullish(),
});

const text = z.string().nullish();

const auditRow = z.object({
  activityDateTime: moment,
  activityDisplayName: z.string(),
  correlationId: text,
  initiatedBy: z
    .object({
      user: z.object({ displayName: text, userPrincipalName: text, homeTenantId: text }).nullish(),
      app: z.object({ displayName: text }).nullish(),
    })
    .nullish(),
  targetResources: z
    .array(
      z.object({
        id: text,
        displayName: text,
        modifiedProperties: z.array(z.object({ oldValue: text, newValue: text })).nullish(),
      }),
    )
    .nullish(),
  additionalDetails: z.array(z.object({ value: text })).nullish(),
});

type AuditRow = z.infer<typeof auditRow>;

type ReportSession = Pick<GraphSession, 'list'>;

/** Since when, and whose; see the port. */
interface ActivityQuery {
  readonly since: Instant;
  readonly partners: ReadonlyMap<ProviderId, string | undefined>;
}

/** Reads the sign-ins and the changes of partners, the newest first. Bounded: what is too much, it says. */
export async function readActivity(session: ReportSession, query: ActivityQuery): Promise<ActivityRead> {
  const signIns = await attempt(() => readSignIns(session, query));
  const changes = await attempt(() => readChanges(session, query));
  return {
    signIns: signIns.read,
    changes: changes.read,
    ...(signIns.from !== undefined && { signInsFrom: signIns.from }),
    ...(changes.from !== undefined && { changesFrom: changes.from }),
  };
}

interface Reading<Value> {
  readonly values: readonly Value[];
  /** Since when there is no gap, if that is later than was asked for. */
  readonly from?: Instant | undefined;
}

async function attempt<Value>(reading: () => Promise<Reading<Value>>) {
  try {
    const { values, from } = await reading();
    return { read: { kind: 'read', value: values }, from } as const;
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    return { read: { kind: 'notRead', why: whyNot(error) }, from: undefined } as const;
  }
}

async function readSignIns(
  session: ReportSession,
  { since }: ActivityQuery,
): Promise<Reading<PartnerSignIn>> {
  const readings: Reading<z.infer<typeof signInRow>>[] = [];
  for (const by of ['interactiveUser', 'nonInteractiveUser'] as const) {
    readings.push(
      await readNewest(session, readPartnerSignIns(since, by), signInRow, (row) => row.createdDateTime),
    );
  }
  const from = latest(readings.map((reading) => reading.from));
  const values = readings
    .flatMap((reading) => reading.values)
    .flatMap(({ createdDateTime: at, homeTenantId, appDisplayName, status }): PartnerSignIn[] =>
      homeTenantId
        ? [
            {
              at,
              partner: organisation(homeTenantId),
              application: appDisplayName ?? '',
              succeeded: status?.errorCode === 0,
            },
          ]
        : [],
    );
  return { values: values.toSorted(newestFirst), from };
}

async function readChanges(session: ReportSession, query: ActivityQuery): Promise<Reading<AuditedChange>> {
  const { values, from } = await readNewest(
    session,
    readAudits(query.since, auditPage),
    auditRow,
    (row) => row.activityDateTime,
  );
  return { values: values.flatMap((row) => changesIn(row, query)).toSorted(newestFirst), from };
}

/** The rows from now on back; where there are too many, since when they are without a gap. */
async function readNewest<Row>(
  session: ReportSession,
  report: ReportRead,
  row: z.ZodType<Row>,
  timeOf: (row: Row) => Instant,
): Promise<Reading<Row>> {
  const { rows, isWhole } = await session.list(report, row, maxPages);
  if (isWhole) return { values: rows };
  const times = rows.map(timeOf);
  const isOrdered = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
  const oldest = times.at(-1);
  const newest = times.reduce<Instant | undefined>((one, other) => latest([one, other]), undefined);
  if (oldest === undefined || newest === undefined) throw new GraphFailure('unavailable', 'too_many_pages');
  // Rows of the same moment may be on the next page; in another order the gap may be anywhere.
  return { values: rows, from: later(isOrdered ? oldest : newest, 1) };
}

function latest(times: readonly (Instant | undefined)[]): Instant | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
}

function newestFirst(one: { readonly at: Instant }, other: { readonly at: Instant }): number {
  return millisecondsOf(other.at) - millisecondsOf(one.at);
}

/**
 * The activities that change what partners may do. Source: Microsoft Entra audit activity reference. The unified log
 * ends such names with a dot.
 */
const aboutPartners = new Set([
  'add partner to company',
  'remove partner from company',
  'promote company to partner',
  'demote partner',
  'set partnership',
  'add a partner to cross-tenant access setting',
  'delete partner specific cross-tenant access setting',
  'update a partner cross-tenant access setting',
  'add allowed assignable roles',
  'delete allowed assignable roles',
]);

function changesIn(row: AuditRow, { partners }: ActivityQuery): readonly AuditedChange[] {
  const { activityDateTime: at, activityDisplayName: activity, correlationId, initiatedBy } = row;
  const user = initiatedBy?.user;
  const names = [user?.displayName, user?.userPrincipalName, initiatedBy?.app?.displayName];
  const change = {
    at,
    activity,
    by: names.find((name) => name) ?? '',
    correlationId: correlationId ?? '',
  };
  const actor = partnerOf(user, partners);
  const named = aboutPartners.has(activity.toLowerCase().replace(/\.$/, '')) ? textsIn(row) : '';
  const about = named === '' ? [] : [...partners.keys()].filter((id) => named.includes(id.toLowerCase()));
  return [
    ...(actor === undefined ? [] : [{ ...change, relation: 'by', partner: actor } as const]),
    ...about.map((partner) => ({ ...change, relation: 'about', partner }) as const),
  ];
}

/** By the tenant of who made the change where the log names it, else by the domain that they go by. */
function partnerOf(
  user:
    | { homeTenantId?: string | null | undefined; userPrincipalName?: string | null | undefined }
    | null
    | undefined,
  partners: ActivityQuery['partners'],
): ProviderId | undefined {
  if (user?.homeTenantId) {
    const home = organisation(user.homeTenantId);
    return partners.has(home) ? home : undefined;
  }
  const domain = user?.userPrincipalName?.split('@').at(-1)?.toLowerCase();
  if (domain === undefined || domain === '') return undefined;
  const found = [...partners].find(([, known]) => known?.toLowerCase() === domain);
  return found?.[0];
}

function textsIn({ targetResources, additionalDetails }: AuditRow): string {
  const targets = (targetResources ?? []).flatMap(({ id, displayName, modifiedProperties }) => [
    id,
    displayName,
    ...(modifiedProperties ?? []).flatMap(({ oldValue, newValue }) => [oldValue, newValue]),
  ]);
  const details = (additionalDetails ?? []).map(({ value }) => value);
  return [...targets, ...details].join('\n').toLowerCase();
}
