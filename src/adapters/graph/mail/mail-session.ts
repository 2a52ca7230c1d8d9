import { z } from 'zod';
import type { GraphAnswer } from '../exchange.ts';
import { GraphFailure } from '../graph-failure.ts';
import type { WireRequest } from '../graph-reads.ts';
import { wireMail, type MailRead } from './mail-reads.ts';
import { nextPage, read } from '../read-answer.ts';

/** A page of a list. */
export interface MailPage<Row> {
  readonly rows: readonly Row[];
  /** Of the next page or, after the last one, of what comes later. */
  readonly link: string;
  readonly isLast: boolean;
}

/** Reads of a mailbox. Each throws GraphFailure. */
export interface MailSession {
  /** @param link of the page before; undefined for the first */
  mailPage<Row>(read: MailRead, row: z.ZodType<Row>, link: string | undefined): Promise<MailPage<Row>>;
  /** Returns if it can be read; the answer is not looked at. */
  tryMail(read: MailRead): Promise<void>;
  /** What is no JSON. */
  bytes(read: MailRead): Promise<Uint8Array>;
}

/** Links are stored. */
const link = z.string().min(1).max(16_384);

const pageOf = <Row>(row: z.ZodType<Row>) =>
  z.union([
    z.object({ value: z.array(row), '@odata.nextLink': link }),
    z.object({ value: z.array(row), '@odata.deltaLink': link }),
  ]);

export function mailSession({
  root,
  answerTo,
}: {
  readonly root: string;
  readonly answerTo: (request: WireRequest) => Promise<GraphAnswer>;
}): MailSession {
  return {
    async mailPage(asked, row, before) {
      const first = wireMail(asked);
      const request = before === undefined ? first : nextPage(first, before, root);
      const page = read((await answerTo(request)).body, pageOf(row));
      const isLast = !('@odata.nextLink' in page);
      const after = isLast ? page['@odata.deltaLink'] : page['@odata.nextLink'];
      // Before it is stored.
      nextPage(first, after, root);
      if (!isLast && after === before) throw new GraphFailure('unavailable', 'repeated_next_link');
      return { rows: page.value, link: after, isLast };
    },
    async tryMail(asked) {
      await answerTo(wireMail(asked));
    },
    async bytes(asked) {
      const { bytes } = await answerTo(wireMail(asked));
      if (bytes === undefined) throw new GraphFailure('unavailable', 'unexpected_shape');
      return bytes;
    },
  };
}
