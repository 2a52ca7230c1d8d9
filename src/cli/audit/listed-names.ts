import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { directoryInUse } from '../../adapters/directory/prepare-directory.ts';
import { providerId, type ProviderId } from '../../domain/identifiers.ts';

const listedSchema = z.looseObject({ id: z.string(), name: z.string() });

/** Names of the providers in the desk's directory, read once, when one is first wanted. */
export function listedNames(dataDirectory: string): (id: ProviderId) => Promise<string | undefined> {
  let names: Promise<ReadonlyMap<ProviderId, string>> | undefined;
  return async (id) => {
    names ??= readNames(dataDirectory);
    return (await names).get(id);
  };
}

async function readNames(dataDirectory: string): Promise<ReadonlyMap<ProviderId, string>> {
  const names = new Map<ProviderId, string>();
  const file = await directoryInUse(dataDirectory);
  if (file === undefined) return names;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const listed = listedSchema.safeParse(jsonOf(line));
    // A directory that is damaged costs names, not the export.
    if (listed.success) names.set(providerId(listed.data.id), listed.data.name);
  }
  return names;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
