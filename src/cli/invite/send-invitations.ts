import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { vocabulary } from '../../i18n/en/vocabulary.ts';
import type { Wishes } from './arguments.ts';
import { postInvitation, type DeskAnswer } from './post-invitation.ts';
import { sampleInvitation, type SampleInvitation } from './sample-invitation.ts';
import { rememberedInvitation, rememberInvitation } from './sent-invitations.ts';

export interface Sending {
  readonly url: string;
  readonly secret: string;
  readonly dataDirectory: string;
  /** What was sent, and what the desk answered. */
  readonly output: NodeJS.WritableStream;
  /** Why the desk did not take it. */
  readonly errors: NodeJS.WritableStream;
}

/** Sends one invitation for each function that is wished for, until one is not taken. @returns the exit code */
export async function sendInvitations(sending: Sending, { functions, ...wishes }: Wishes): Promise<0 | 1> {
  for (const invitedAs of functions) {
    const invitation = await sampleInvitation(invitedAs, wishes, new Date());
    await rememberInvitation(sending.dataDirectory, invitation);
    if (!(await isTaken(sending, invitation, describe(invitation)))) return 1;
    sending.output.write(`  To take it back: npm run invite -- --withdraw ${invitation.id}\n`);
  }
  return 0;
}

/** Takes back an invitation that was sent from here. @returns the exit code */
export async function withdrawInvitation(sending: Sending, id: string): Promise<0 | 1> {
  const invitation = await rememberedInvitation(sending.dataDirectory, id);
  if (invitation === undefined) {
    sending.errors.write(`No invitation ${id} was sent from here (DATA_DIR is ${sending.dataDirectory}).\n`);
    return 1;
  }
  return (await isTaken(sending, { ...invitation, status: 'withdrawn' }, `${id} is taken back.`)) ? 0 : 1;
}

async function isTaken(sending: Sending, invitation: object, what: string): Promise<boolean> {
  sending.output.write(`${what}\n`);
  let answer: DeskAnswer;
  try {
    answer = await postInvitation(sending, invitation, new Date());
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    sending.errors.write(
      `  No desk answers at ${sending.url}. Start one with npm start, or say with --url where it is.\n`,
    );
    return false;
  }
  const isGood = answer.code === 202 || answer.code === 200;
  (isGood ? sending.output : sending.errors).write(`  ${isGood ? acceptance(answer) : refusal(answer)}\n`);
  return isGood;
}

function describe({ id, partner, tenantId, function: invitedAs, delegatedAdmin }: SampleInvitation): string {
  const as = vocabulary.functions[invitedAs];
  const roles = delegatedAdmin?.roles.length ?? 0;
  const granting = roles === 0 ? 'classic (DAP)' : `${roles} role${roles === 1 ? '' : 's'}`;
  const administration = includesDelegatedAdmin(invitedAs) ? `; delegated administration: ${granting}` : '';
  return `${id}: ${partner.name} (${partner.domain}) invites the tenant ${tenantId} as ${as}${administration}.`;
}

function acceptance({ code, status }: DeskAnswer): string {
  return `The desk answered ${code}: it is ${code === 202 ? 'new, and ' : ''}${status ?? 'kept'}.`;
}

function refusal({ code, detail, errors = [] }: DeskAnswer): string {
  const hint =
    code === 401 ? ['Is the secret that of this desk, and does its clock say the same as this one?'] : [];
  return [
    `The desk answered ${code}: ${detail ?? 'it is no Partner Desk.'}`,
    ...errors.map((error) => error.detail),
    ...hint,
  ].join('\n  ');
}
