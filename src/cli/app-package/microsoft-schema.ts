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

/** File names of the two schemas. */
export type SchemaName = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

/**
 * Validates a parsed file against Microsoft's schema of a manifest version, offline.
 *
 * @returns a line for each problem
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

/** Occurs in patterns of Microsoft's localisation schema, and is invalid in the validator's Unicode mode. */
const unescapedBracket = String.raw`\\b]\\.`;

/** Read here because the library downloads schemas that it does not include, and packaging must work offline. */
async function readSchema(name: SchemaName, version: string): Promise<string | undefined> {
  const library = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const path = join(library, '..', 'json-schemas', 'teams', `v${version}`, name);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.replaceAll(unescapedBracket, String.raw`\\b\\]\\.`);
}
