import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  tenantId: z.string().nullish(),
});

/**
 * The parts of a Bot Framework activity that the desk reads. A channel sends more, which passes through. The body is not
 * covered by the channel's token, so its shape is checked before anything looks at it.
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    tenantId: z.string().nullish(),
    conversationType: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
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
