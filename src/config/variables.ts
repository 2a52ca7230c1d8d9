import { z } from 'zod';
import { readMailbox } from '../adapters/mail/mailbox.ts';
import { idVariables } from './id-variables.ts';
import { microsoft365Variables } from './microsoft365-variables.ts';
import { proxyVariables } from './proxy-variables.ts';
import { invitationSecretsIn } from '../domain/invitations/invitation-secrets.ts';
import { registrationVariables } from './registration-variables.ts';

const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const httpOrigins = commaSeparated.refine(
  (origins) => origins.every((origin) => /^https?:\/\/[^/\s]+\/?$/.test(origin) && URL.canParse(origin)),
  'must be origins such as https://smba.example.com, separated by commas',
);

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65535;
/** A Windows named pipe, which Azure App Service sets as `PORT`, or a Unix domain socket. */
const isPath = (text: string) => /^(?:\\\\[.?]\\pipe\\|\/)./i.test(text);
/** What systems hold of a Unix domain socket's path, in bytes; macOS the least. Longer ones are cut without an error. */
const maxSocketPath = 103;
const fits = (text: string) => !text.startsWith('/') || Buffer.byteLength(text) <= maxSocketPath;

const port = z.string().trim().refine(isPort, 'must be a port number from 0 to 65535').transform(Number);
const portOrPath = z
  .string()
  .trim()
  .refine(
    (text) => isPort(text) || isPath(text),
    'must be a port number from 0 to 65535, or the path of a socket or named pipe',
  )
  .refine(fits, `must be a path of ${maxSocketPath} bytes at most: the system would cut a longer one`)
  .transform((text) => (isPath(text) ? text : Number(text)));

const mailSetting = z
  .string()
  .refine(
    (value) => value === 'outbox' || (/^smtps?:\/\//.test(value) && URL.canParse(value)),
    'must be “outbox”, or an address such as smtp://mail.example.com:587 or smtps://user:password@mail.example.com',
  );

const invitationSecrets = z
  .string()
  .transform(invitationSecretsIn)
  .refine(
    (secrets) => secrets.length <= 2 && secrets.every((secret) => secret.length >= 32),
    'must be one secret of 32 characters or more, or two of them separated by a comma; none contains a comma',
  );

const days = 'must be a number of days from 1 to 3650';

const limit = z.coerce
  .number('must be a whole number, 0 for no limit')
  .int('must be a whole number, 0 for no limit')
  .min(0, 'must be a whole number, 0 for no limit');

/** Every variable that the desk reads, with its default. `.env.example` documents them; a test compares the two. */
export const variables = z.object({
  PORT: portOrPath.default(3978),
  HOST: z.string().optional(),
  DESK_MODE: z.enum(['production', 'sandbox'], 'must be production or sandbox').default('production'),
  ...registrationVariables,
  SERVICE_URLS: httpOrigins.default([]),
  ...proxyVariables,
  ...idVariables,
  GUESTS: z.enum(['refuse', 'search'], 'must be refuse or search').default('refuse'),
  INVITATION_SECRET: invitationSecrets.optional(),
  ...microsoft365Variables,
  REVIEW_EVERY_DAYS: z.coerce
    .number(days)
    .int(days)
    .min(1, days)
    .max(3650, days)
    // Microsoft recommends quarterly reviews of partners' access (“Review partner administrative privileges”).
    .default(90),
  DATA_DIR: z.string().default('./data'),
  PROVIDERS_FILE: z.string().optional(),
  MAIL: mailSetting.default('outbox'),
  MAIL_FROM: z
    .string()
    .refine(
      (sender) => readMailbox(sender) !== undefined,
      'must be one sender, such as Partner Desk <desk@contoso.com>',
    )
    .optional(),
  MAIL_TO_SELF: z.enum(['profile', 'none'], 'must be profile or none').default('profile'),
  PERSON_CONTACT_REQUESTS_PER_HOUR: limit.default(10),
  PERSON_CONTACT_EMAILS_PER_DAY: limit.default(30),
  TENANT_CONTACT_EMAILS_PER_DAY: limit.default(300),
  PERSON_TURNS_PER_MINUTE: limit.optional(),
  TENANT_TURNS_PER_MINUTE: limit.optional(),
  PERSON_PENDING_INVITATIONS: limit.default(20),
  TENANT_PENDING_INVITATIONS: limit.default(200),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .default('info'),
});

export type Variables = z.infer<typeof variables>;
