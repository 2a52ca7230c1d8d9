import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';

const project = resolve(import.meta.dirname, '../..');
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), integrity: z.string().optional() }),
  ),
});

describe('what npm installs', () => {
  it('comes from whatever registry the person uses: the lock file names none', async () => {
    const { packages } = lockFile.parse(JSON.parse(await read('package-lock.json')));
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'));
    assert.ok(Object.keys(packages).length > 100);
    assert.deepEqual(named, []);
  });

  it('is what was chosen: the lock file pins every package by its hash, and CI installs by it alone', async () => {
    const { packages } = lockFile.parse(JSON.parse(await read('package-lock.json')));
    const loose = Object.entries(packages).filter(
      ([name, { integrity }]) => name !== '' && integrity?.startsWith('sha512-') !== true,
    );
    assert.deepEqual(loose, []);
    const ci = await read('.ci/run');
    assert.match(ci, /^step npm ci$/m);
    assert.doesNotMatch(ci, /npm install (?!--prefix "\$scratch)/);
  });

  it('runs no script of a package', async () => {
    assert.match(await read('.npmrc'), /^ignore-scripts=true$/m);
  });
});

async function read(name: string): Promise<string> {
  return readFile(resolve(project, name), 'utf8');
}
