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
  /** Receives what was sent and the desk's responses. */
  readonly output: NodeJS.WritableStream;
  /** Receives the reasons for failures. */
  readonly errors: NodeJS.WritableStream;
}

/** Sends one invitation for each requested function; stops if one is refused. @returns the exit code */
export async function sendInvitations(sending: Sending, { functions, ...wishes }: Wishes): Promise<0 | 1> {
  for (const invitedAs of functions) {
    const invitation = await sampleInvitation(invitedAs, wishes, new Date());
    await rememberInvitation(sending.dataDirectory, invitation);
    if (!(await isAccepted(sending, invitation, describe(invitation)))) return 1;
    sending.output.write(`  To take it back: npm run invite -- --withdraw ${invitation.id}\n`);
  }
  return 0;
}

/** Withdraws an invitation that was sent from here. @returns the exit code */
export async function withdrawInvitation(sending: Sending, id: string): Promise<0 | 1> {
  const invitation = await rememberedInvitation(sending.dataDirectory, id);
  if (invitation === undefined) {
    sending.errors.write(`No invitation ${id} was sent from here (DATA_DIR is ${sending.dataDirectory}).\n`);
    return 1;
  }
  return (await isAccepted(sending, { ...invitation, status: 'withdrawn' }, `${id} is taken back.`)) ? 0 : 1;
}

async function isAccepted(sending: Sending, invitation: object, what: string): Promise<boolean> {
  sending.output.write(`${what}\n`);
  let answer: DeskAnswer;
  try {
    answer = await postInvitation(sending, invitation, new Date());
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    sending.errors.write(
      `  No desk answers at ${sending.url}. Start one with npm start, or give its address with --url.\n`,
    );
    return false;
  }
  const isSuccess = answer.code === 202 || answer.code === 200;
  (isSuccess ? sending.output : sending.errors).write(
    `  ${isSuccess ? acceptance(answer) : refusal(answer)}\n`,
  );
  return isSuccess;
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
    code === 401 ? ['Check that the secret is that of this desk, and that both clocks agree.'] : [];
  return [
    `The desk answered ${code}: ${detail ?? 'it is not a Partner Desk.'}`,
    ...errors.map((error) => error.detail),
    ...hint,
  ].join('\n  ');
}
