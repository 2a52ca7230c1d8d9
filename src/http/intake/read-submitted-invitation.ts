import type { z } from 'zod';
import type { SubmittedInvitation } from '../../application/invitations/receive-submitted-invitation.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { oneLine } from '../../domain/plain-text.ts';
import { Problem, type FieldProblem } from '../connections/problem.ts';
import { submittedInvitation } from './submitted-invitation.ts';

/** A body of 64 kB has room for thousands of unknown fields. */
const maxErrors = 100;
const maxNameLength = 100;

/**
 * Parses a submitted invitation and the tenant it invites. Of duplicate keys the last one counts.
 * @throws Problem 400, naming every invalid field and what a valid value is
 */
export function readSubmittedInvitation(
  body: Uint8Array,
  now: Instant,
): { readonly tenant: TenantId; readonly submitted: SubmittedInvitation } {
  const parsed = submittedInvitation.safeParse(parseJson(body));
  if (!parsed.success) throw malformed(parsed.error.issues.flatMap(fieldProblems));
  const { id, tenantId, status, delegatedAdmin, ...offered } = parsed.data;
  const withdrawn = status === 'withdrawn';
  const { expiresAt } = offered;
  // An expired one may still be withdrawn.
  if (!withdrawn && expiresAt !== undefined && expiresAt <= now) {
    throw malformed([fieldProblem(['expiresAt'], 'must be in the future')]);
  }
  const without = includesDelegatedAdmin(offered.function) ? 'classic' : 'none';
  const offer = { ...offered, delegatedAdmin: delegatedAdmin ?? { kind: without } };
  return { tenant: tenantId, submitted: { postedId: id, offer, withdrawn } };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new Problem(400, 'The body must be JSON in UTF-8.');
  }
}

function malformed(errors: readonly FieldProblem[]): Problem {
  // A value that fails one check may fail later ones too; report the first.
  const first = new Map(errors.toReversed().map((error) => [error.pointer, error]));
  return new Problem(
    400,
    'The invitation is not as it has to be. Each error names a field and what would be right.',
    {
      errors: [...first.values()].toReversed().slice(0, maxErrors),
    },
  );
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys') return [fieldProblem(issue.path, issue.message)];
  return issue.keys.map((key) =>
    fieldProblem([...issue.path, key], 'is not a field of an invitation; leave it out'),
  );
}

function fieldProblem(path: readonly PropertyKey[], rule: string): FieldProblem {
  const steps = path.map((step) => oneLine(String(step)).slice(0, maxNameLength));
  const pointer = steps.map((step) => `/${encodeURIComponent(escapeStep(step))}`).join('');
  return { pointer: `#${pointer}`, detail: `${steps.join('.') || 'The body'} ${rule}.` };
}

/** RFC 6901, section 3. */
function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
