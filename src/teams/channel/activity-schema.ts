import { z } from 'zod';

/** An id in any channel's format; Teams' own are a tenth as long. */
const id = z.string().max(2048);

/** An id that is used in request paths and headers: printable ASCII, as all channels send, and no path traversal. */
const addressId = id.regex(/^(?!\.{1,2}$)[\x20-\x7e]*$/);

const account = z.looseObject({
  id: id.min(1),
  name: z.string().nullish(),
  aadObjectId: id.nullish(),
  tenantId: id.nullish(),
});

/**
 * The fields of a Bot Framework activity that the desk reads; others pass through. The channel's token does not cover
 * the body, so it is validated before anything reads it.
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: addressId.nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: addressId.min(1),
    tenantId: id.nullish(),
    conversationType: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: id.nullish() }).nullish() }).nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  action: z.string().nullish(),
  replyToId: addressId.nullish(),
  name: z.string().nullish(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().nullish(),
        text: z.string().nullish(),
        mentioned: account.partial().nullish(),
      }),
    )
    .nullish(),
});

export type DeskActivity = z.infer<typeof activitySchema>;
