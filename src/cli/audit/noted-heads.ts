import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ChainHead } from '../../domain/history/audit-chain.ts';
import { tenantId, type TenantId } from '../../domain/identifiers.ts';

/** A chain head that was noted earlier. */
export interface NotedHead extends ChainHead {
  readonly tenant: TenantId;
  /** When, if that is known, and where. */
  readonly note: string;
}

/** A line of the desk's log: `logHead` in watch-chain-heads. */
const loggedSchema = z.object({
  msg: z.literal('chain head'),
  tenant: z.string(),
  entries: z.int().nonnegative(),
  hash: z.string(),
  time: z.string().optional(),
});

/** What runs containers may put each line into another object. */
const wrappedSchema = z.union([
  z.object({ log: z.string() }).transform(({ log }) => log),
  z.object({ message: z.string() }).transform(({ message }) => message),
]);

const verified = /^tenant (\S+): ([\d,]+) entr(?:y|ies), .*newest hash (\S+)$/;
const byHand = /^(\S+)\s+(\d+)\s+(\S+)$/;

/**
 * Reads noted chain heads, each once: from lines of the desk's log, whatever stands before them, from the output of
 * `verify`, or noted by hand as `tenant count hash`. Other lines are ignored.
 * @throws the file system's error
 */
export async function readNotedHeads(file: string): Promise<readonly NotedHead[]> {
  const heads = new Map<string, NotedHead>();
  const lines = createInterface({
    input: createReadStream(file, await encodingOf(file)),
    crlfDelay: Infinity,
  });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const head = headIn(text.replace(/^\uFEFF/, '').trim());
    if (head === undefined) continue;
    const { tenant, count, hash, time } = head;
    const key = JSON.stringify([tenant, count, hash]);
    const note = `${time === undefined ? '' : `on ${time}, `}${file}:${line}`;
    if (!heads.has(key)) heads.set(key, { tenant, count, hash, note });
  }
  return [...heads.values()];
}

/** Windows PowerShell writes UTF-16. */
async function encodingOf(file: string): Promise<'utf16le' | 'utf8'> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === 0xfffe ? 'utf16le' : 'utf8';
  } finally {
    await handle.close();
  }
}

interface FoundHead extends ChainHead {
  readonly tenant: TenantId;
  readonly time?: string | undefined;
}

function headIn(text: string): FoundHead | undefined {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const logged = json === '' ? undefined : loggedHead(jsonOf(json));
  if (logged !== undefined) return logged;
  const [, tenant, count, hash] = verified.exec(text) ?? byHand.exec(text) ?? [];
  if (tenant === undefined || count === undefined || hash === undefined) return undefined;
  return { tenant: tenantId(tenant), count: Number(count.replaceAll(',', '')), hash };
}

function loggedHead(value: unknown): FoundHead | undefined {
  const logged = loggedSchema.safeParse(value);
  if (logged.success) {
    const { tenant, entries: count, hash, time } = logged.data;
    return { tenant: tenantId(tenant), count, hash, time };
  }
  const wrapped = wrappedSchema.safeParse(value);
  return wrapped.success ? loggedHead(jsonOf(wrapped.data)) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
