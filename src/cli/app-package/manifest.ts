import { z } from 'zod';

const command = z.looseObject({ title: z.string(), description: z.string() });

/**
 * The parts of a Teams manifest that packaging reads. Microsoft's own schema validates the whole file.
 */
export const manifestShape = z.looseObject({
  manifestVersion: z.string(),
  name: z.looseObject({ short: z.string(), full: z.string() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  developer: z.looseObject({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
  composeExtensions: z.array(z.looseObject({ commands: z.array(command) })).optional(),
  bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({ commands: z.array(command) })) })),
});

export type Manifest = z.infer<typeof manifestShape>;

/** The languages that the manifest is translated into, each with the file that holds its strings. */
export function translations(manifest: Manifest): Manifest['localizationInfo']['additionalLanguages'] {
  return manifest.localizationInfo.additionalLanguages;
}
