import { DataFolderError } from '../../adapters/data-folder/data-folder-error.ts';
import { readDataVersion } from '../../adapters/data-folder/data-version.ts';
import { CorruptFileError } from '../../adapters/files/corrupt-file-error.ts';
import { tenantFolders, type TenantFolder } from '../../adapters/store/tenant-folders.ts';
import type { TenantId } from '../../domain/identifiers.ts';

export interface AuditRequest {
  readonly dataDirectory: string;
  /** All tenants if undefined. */
  readonly tenant: TenantId | undefined;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
}

/**
 * Runs `work` for the requested tenants.
 * @param isCalledForNone whether it is called even if there is nothing of the requested tenant
 * @returns the exit code
 */
export async function forChosenTenants(
  { dataDirectory, tenant, errors }: AuditRequest,
  work: (chosen: readonly TenantFolder[]) => Promise<0 | 1>,
  isCalledForNone = false,
): Promise<0 | 1> {
  try {
    await readDataVersion(dataDirectory);
    const all = await tenantFolders(dataDirectory);
    const chosen = all.filter((folder) => tenant === undefined || folder.tenant === tenant);
    if (tenant === undefined || chosen.length > 0) return await work(chosen);
    errors.write(`${dataDirectory} holds nothing of tenant ${tenant}.\n`);
    if (isCalledForNone) await work([]);
  } catch (error) {
    const isExpected =
      error instanceof CorruptFileError ||
      error instanceof DataFolderError ||
      (error instanceof Error && 'syscall' in error);
    if (!isExpected) throw error;
    // EPIPE: the reader of the output has exited (`… | head`).
    if (!('code' in error && error.code === 'EPIPE')) errors.write(`${error.message}\n`);
  }
  return 1;
}
