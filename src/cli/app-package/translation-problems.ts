import { z } from 'zod';
import { localizableStrings } from './localizable-strings.ts';
import type { Manifest } from './manifest.ts';
import { schemaProblems } from './microsoft-schema.ts';

const translation = z.record(z.string(), z.unknown());

/** What is wrong with a localisation file: by Microsoft's schema, then missing and unknown texts. */
export async function translationProblems(manifest: Manifest, content: unknown): Promise<string[]> {
  const parsed = translation.safeParse(content);
  if (!parsed.success) return ['is not an object of texts'];
  const expected = localizableStrings(manifest);
  const given = Object.keys(parsed.data).filter((key) => key !== '$schema');
  return [
    ...(await schemaProblems(
      'MicrosoftTeams.Localization.schema.json',
      manifest.manifestVersion,
      parsed.data,
    )),
    ...expected.filter((key) => !given.includes(key)).map((key) => `${key} is not translated`),
    ...given
      .filter((key) => !expected.includes(key))
      .map((key) => `${key} translates nothing in the manifest`),
  ];
}
