import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';

type Document = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];

const json = z.record(z.string(), z.unknown());
const document = z.custom<Document>((value) => json.safeParse(value).success);
const schema = z.custom<Schema>((value) => json.safeParse(value).success);

/** The two kinds of file that Microsoft has a schema for, by the schema's file name. */
export type SchemaName = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

/**
 * Holds a parsed file against Microsoft's schema of a manifest version, offline.
 *
 * @returns a line for each problem; empty when there is none
 */
export async function schemaProblems(name: SchemaName, version: string, content: unknown): Promise<string[]> {
  const text = await readSchema(name, version);
  if (text === undefined)
    return [`manifestVersion ${version} is not one that @microsoft/app-manifest holds a schema of`];
  const problems = await AppManifestUtils.validateAgainstSchema(
    document.parse(content),
    schema.parse(JSON.parse(text)),
  );
  return problems.map((problem) => problem.trim());
}

/** Stands in patterns of Microsoft's localisation schema, and is no regular expression in the validator's Unicode mode. */
const unescapedBracket = String.raw`\\b]\\.`;

/** Read here because the library fetches a schema that it does not hold, and packaging must work without a network. */
async function readSchema(name: SchemaName, version: string): Promise<string | undefined> {
  const library = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const path = join(library, '..', 'json-schemas', 'teams', `v${version}`, name);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.replaceAll(unescapedBracket, String.raw`\\b\\]\\.`);
}
