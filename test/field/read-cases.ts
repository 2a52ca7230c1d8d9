import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const texts = z.array(z.string().min(1));
const settings = z.record(z.string(), z.string());

const said = z.strictObject({
  do: z.union([
    z.strictObject({ say: z.string() }),
    z.strictObject({ activity: z.looseObject({ type: z.string() }) }),
    z.strictObject({ handOver: z.looseObject({ body: z.unknown() }) }),
  ]),
  expect: z.strictObject({
    outcome: z.enum([
      'invitation',
      'warning',
      'partners',
      'remove',
      'partners-or-remove',
      'explained',
      'dialog',
      'notInvitation',
      'notInvitation-unless-read',
    ]),
    notOutcome: texts.optional(),
    /** Tenant id of the partner. */
    partner: z.string().optional(),
    where: z.literal('own chat').optional(),
    show: texts.optional(),
    anyShow: texts.optional(),
    notShow: texts.optional(),
  }),
  needs: z.literal('partners').optional(),
});

const imported = z.strictObject({
  do: z.strictObject({ importCsv: z.string(), encoding: z.enum(['utf8', 'latin1']).optional() }),
  expect: z.strictObject({
    exit: z.int(),
    /** Number of providers. */
    imported: z.int().optional(),
    say: texts.optional(),
  }),
});

const exported = z.strictObject({
  do: z.strictObject({ export: z.strictObject({ locale: z.string(), say: z.string() }) }),
  expect: z.union([
    z.strictObject({ separator: z.string(), lineEnd: z.literal('CRLF'), byteOrderMark: z.literal(true) }),
    z.strictObject({ inOneRow: texts }),
  ]),
});

const started = z.union([
  z.strictObject({
    do: z.strictObject({
      sandbox: settings,
      chat: z.strictObject({ tenant: z.string(), oid: z.string(), say: z.string() }),
    }),
    expect: z.union([
      /** Serves the person, with a card of this title: help unless another is named. */
      z.strictObject({
        served: z.literal(true),
        title: z.string().optional(),
        orRefusesNaming: z.string(),
      }),
      z.strictObject({ refusesNaming: z.string() }),
    ]),
  }),
  z.strictObject({
    do: z.strictObject({ npmServe: z.literal(true), signal: z.enum(['SIGTERM', 'SIGINT', 'SIGHUP']) }),
    expect: z.strictObject({ ends: z.literal(true), portClosed: z.literal(true) }),
  }),
  z.strictObject({
    do: z.strictObject({ npmServe: z.literal(true), request: z.string() }),
    expect: z.strictObject({ status: z.int() }),
  }),
  z.strictObject({
    do: z.strictObject({ production: settings }),
    expect: z.strictObject({ notSays: z.string() }),
  }),
  z.strictObject({
    do: z.strictObject({ envFile: z.string(), encoding: z.enum(['utf8', 'utf16le']).optional() }),
    expect: z.strictObject({ starts: z.literal(true), orSays: z.string() }),
  }),
  z.strictObject({
    do: z.strictObject({ proxy: texts }),
    expect: z.strictObject({ proxySees: z.string() }),
  }),
]);

const named = z.object({ id: z.string().regex(/^K\d+-[a-z-]+-[dv]\d+$/), name: z.string().min(1) });

type Named<Case> = z.infer<typeof named> & z.infer<Case>;
export type SaidCase = Named<typeof said>;
export type ImportedCase = Named<typeof imported>;
export type ExportedCase = Named<typeof exported>;
export type StartedCase = Named<typeof started>;

interface Cases {
  readonly said: readonly SaidCase[];
  readonly imported: readonly ImportedCase[];
  readonly exported: readonly ExportedCase[];
  readonly started: readonly StartedCase[];
}

/** `cases`: the 66 of the field. `variations`: others of their kinds. */
type Folder = 'cases' | 'variations';

/**
 * The inputs of a folder, by how they reach the desk: said in a chat, imported, exported, or when it is started.
 * @throws Error naming a line that is none of these
 */
export function readCases(folder: Folder): Cases {
  const cases = {
    said: [] as SaidCase[],
    imported: [] as ImportedCase[],
    exported: [] as ExportedCase[],
    started: [] as StartedCase[],
  };
  const path = join(import.meta.dirname, folder);
  for (const line of readdirSync(path).flatMap((file) => linesOf(join(path, file)))) {
    const { id, name, ...rest } = named.loose().parse(JSON.parse(line));
    const add = <Case>(schema: z.ZodType<Case>, to: Named<z.ZodType<Case>>[]): boolean => {
      const parsed = schema.safeParse(rest);
      if (parsed.success) to.push({ id, name, ...parsed.data });
      return parsed.success;
    };
    const isKnown =
      add(said, cases.said) ||
      add(imported, cases.imported) ||
      add(exported, cases.exported) ||
      add(started, cases.started);
    if (!isKnown) throw new Error(`${id} is not written as the inputs are`);
  }
  return cases;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Those from the field, then their variations. */
export function readAllOf<Way extends keyof Cases>(way: Way): readonly Cases[Way][number][] {
  return [...readCases('cases')[way], ...readCases('variations')[way]];
}
