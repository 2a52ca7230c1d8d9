import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fillIn, type AppIdentity } from './fill-in.ts';
import { iconProblems } from './icon-problems.ts';
import { manifestShape, translations, type Manifest } from './manifest.ts';
import { manifestProblems } from './manifest-problems.ts';
import { PackagingError } from './packaging-error.ts';
import { translationProblems } from './translation-problems.ts';
import type { PackageFile } from './zip.ts';

export interface AppPackage {
  readonly manifest: Manifest;
  /** In the order of the zip. */
  readonly files: readonly PackageFile[];
}

/**
 * Reads the app package's folder, fills in the app's identity and validates every file.
 *
 * @throws PackagingError naming every problem of every file
 */
export async function assemble(folder: string, identity: AppIdentity): Promise<AppPackage> {
  const manifestText = fillIn((await readPackageFile(folder, 'manifest.json')).toString('utf8'), identity);
  const manifest = parseManifest(manifestText);
  const problems = named('manifest.json', await manifestProblems(manifest));
  const files: PackageFile[] = [{ name: 'manifest.json', bytes: Buffer.from(manifestText) }];

  for (const { file } of translations(manifest)) {
    const bytes = await readPackageFile(folder, file);
    problems.push(
      ...named(file, await translationProblems(manifest, parseJson(file, bytes.toString('utf8')))),
    );
    files.push({ name: file, bytes });
  }
  for (const kind of ['color', 'outline'] as const) {
    const name = manifest.icons[kind];
    const bytes = await readPackageFile(folder, name);
    problems.push(...named(name, iconProblems(kind, bytes)));
    files.push({ name, bytes });
  }
  if (problems.length > 0) throw new PackagingError(problems);
  return { manifest, files };
}

async function readPackageFile(folder: string, name: string): Promise<Buffer> {
  return readFile(join(folder, name)).catch((error: unknown) => {
    throw new PackagingError([`${name} cannot be read: ${String(error)}`]);
  });
}

function parseManifest(text: string): Manifest {
  const parsed = manifestShape.safeParse(parseJson('manifest.json', text));
  if (parsed.success) return parsed.data;
  throw new PackagingError(named('manifest.json', [z.prettifyError(parsed.error)]));
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackagingError([`${name} is not JSON: ${String(error)}`]);
  }
}

function named(file: string, problems: readonly string[]): string[] {
  return problems.map((problem) => `${file}: ${problem}`);
}
