import { z } from 'zod';
import { claimsIn } from './claims-challenge.ts';
import type { GraphAnswer } from './exchange.ts';
import { failureOf, GraphFailure } from './graph-failure.ts';
import { retryAfter } from './graph-limits.ts';
import {
  wireBatch,
  wireRequest,
  type DirectoryRead,
  type GraphRead,
  type WireRequest,
} from './graph-reads.ts';
import { mailSession, type MailSession } from './mail/mail-session.ts';
import { nextPage, read } from './read-answer.ts';

interface SessionOptions {
  readonly root: string;
  /** @throws GraphFailure */
  readonly answerTo: (request: WireRequest) => Promise<GraphAnswer>;
  /** Holds back further calls. @param milliseconds undefined: Graph did not say how long */
  readonly hold: (milliseconds: number | undefined) => void;
  /** Gets a token that holds these claims. @throws GraphFailure */
  readonly renew: (claims: string) => Promise<void>;
  /** Tells the log of a read of a batch that failed. */
  readonly report: (failure: GraphFailure, call: string, status: number) => void;
}

/** The answer to one read of a batch. */
export type BatchResult =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly failure: GraphFailure };

/** Rows of a list. `isWhole`: false if there were more than were read. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}

/** Reads of one tenant, within one deadline. Each throws GraphFailure. */
export interface GraphSession extends MailSession {
  get<Value>(read: GraphRead, schema: z.ZodType<Value>): Promise<Value>;
  /** A list, page by page to its end. @param maxPages then it stops, and the result is not whole */
  list<Row>(read: GraphRead, row: z.ZodType<Row>, maxPages: number): Promise<Rows<Row>>;
  /** A list that has to be whole. */
  listAll<Row>(read: GraphRead, row: z.ZodType<Row>): Promise<readonly Row[]>;
  /** Several reads at once, in their order. */
  batch(reads: readonly DirectoryRead[]): Promise<readonly BatchResult[]>;
  /** The list that a read of a batch began, to its end. */
  restOf<Row>(
    read: DirectoryRead,
    result: BatchResult | undefined,
    row: z.ZodType<Row>,
  ): Promise<readonly Row[]>;
}

/** Of a list; far above what tenants have. */
const maxListPages = 200;
/** Rows of a list, whatever the size of its pages. */
const maxRows = 200_000;
/** Reads in a batch. Source: Graph documentation, “JSON batching”. */
const maxBatch = 20;
/** Times that a batch is sent, each time with the reads that failed for the moment only. */
const maxRounds = 3;

const pageOf = <Row>(row: z.ZodType<Row>) =>
  z.object({ value: z.array(row), '@odata.nextLink': z.string().nullish() });

const batchSchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown(),
    }),
  ),
});

export function graphSession({ root, answerTo, hold, renew, report }: SessionOptions): GraphSession {
  async function pages<Row>(
    first: WireRequest,
    start: unknown,
    row: z.ZodType<Row>,
    maxPages: number,
  ): Promise<Rows<Row>> {
    const schema = pageOf(row);
    const rows: Row[] = [];
    const followed = new Set<string>();
    let body = start;
    for (let page = 1; ; page += 1) {
      const { value, '@odata.nextLink': link } = read(body, schema);
      rows.push(...value);
      if (link === undefined || link === null || link === '') return { rows, isWhole: true };
      if (page >= maxPages || rows.length > maxRows) return { rows, isWhole: false };
      const next = nextPage(first, link, root);
      if (followed.has(next.path)) throw new GraphFailure('unavailable', 'repeated_next_link');
      followed.add(next.path);
      ({ body } = await answerTo(next));
    }
  }

  function whole<Row>({ rows, isWhole }: Rows<Row>): readonly Row[] {
    if (!isWhole) throw new GraphFailure('unavailable', 'too_many_pages');
    return rows;
  }

  /** @returns the results, and the reads to send again, if Graph could not serve them for the moment */
  async function batchOnce(
    reads: ReadonlyMap<string, DirectoryRead>,
    results: Map<string, BatchResult>,
  ): Promise<ReadonlyMap<string, DirectoryRead>> {
    const { body, sentAt } = await answerTo(wireBatch([...reads]));
    const answers = new Map(read(body, batchSchema).responses.map((response) => [response.id, response]));
    const again = new Map<string, DirectoryRead>();
    let longest: number | undefined;
    let isThrottled = false;
    let claims: string | undefined;
    for (const [id, asked] of reads) {
      const answer = answers.get(id);
      if (answer === undefined) {
        results.set(id, failed(new GraphFailure('unavailable', 'missing_from_batch')));
        continue;
      }
      if (answer.status < 300) {
        results.set(id, { kind: 'answered', body: answer.body });
        continue;
      }
      const failure = failureOf(answer.status, answer.body);
      results.set(id, failed(failure));
      report(failure, wireRequest(asked).call, answer.status);
      const wait = retryAfter(headerIn(answer.headers, 'retry-after'), sentAt);
      const wanted =
        answer.status === 401 ? claimsIn(headerIn(answer.headers, 'www-authenticate')) : undefined;
      claims ??= wanted;
      if (answer.status === 429 || (answer.status === 503 && wait !== undefined)) {
        isThrottled = true;
        if (wait !== undefined) longest = Math.max(longest ?? 0, wait);
      }
      if (wanted !== undefined || answer.status === 429 || answer.status >= 500) again.set(id, asked);
    }
    // The next request waits until that is over, if it can.
    if (isThrottled) hold(longest);
    if (claims !== undefined) await renew(claims);
    return again;
  }

  async function batchOf(reads: readonly DirectoryRead[]): Promise<readonly BatchResult[]> {
    const results = new Map<string, BatchResult>();
    let left: ReadonlyMap<string, DirectoryRead> = new Map(
      reads.map((each, index) => [String(index + 1), each]),
    );
    try {
      for (let round = 1; left.size > 0 && round <= maxRounds; round += 1) {
        left = await batchOnce(left, results);
      }
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      for (const id of left.keys()) if (!results.has(id)) results.set(id, failed(error));
    }
    const missing = failed(new GraphFailure('unavailable', 'missing_from_batch'));
    return reads.map((_read, index) => results.get(String(index + 1)) ?? missing);
  }

  const list: GraphSession['list'] = async (asked, row, maxPages) => {
    const first = wireRequest(asked);
    return pages(first, (await answerTo(first)).body, row, maxPages);
  };

  return {
    ...mailSession({ root, answerTo }),
    list,
    get: async (asked, schema) => read((await answerTo(wireRequest(asked))).body, schema),
    listAll: async (asked, row) => whole(await list(asked, row, maxListPages)),
    async batch(reads) {
      const results: BatchResult[] = [];
      for (let at = 0; at < reads.length; at += maxBatch) {
        results.push(...(await batchOf(reads.slice(at, at + maxBatch))));
      }
      return results;
    },
    restOf: async (asked, result, row) =>
      whole(await pages(wireRequest(asked), bodyOf(result), row, maxListPages)),
  };
}

/** @throws GraphFailure if the read failed */
export function bodyOf(result: BatchResult | undefined): unknown {
  if (result?.kind === 'answered') return result.body;
  throw result?.failure ?? new GraphFailure('unavailable', 'missing_from_batch');
}

function failed(failure: GraphFailure): BatchResult {
  return { kind: 'failed', failure };
}

/** Header names in a batch may be in any case. */
function headerIn(
  headers: Readonly<Record<string, unknown>> | null | undefined,
  name: string,
): string | undefined {
  const found = Object.entries(headers ?? {}).find(([each]) => each.toLowerCase() === name);
  return typeof found?.[1] === 'string' || typeof found?.[1] === 'number' ? String(found[1]) : undefined;
}
