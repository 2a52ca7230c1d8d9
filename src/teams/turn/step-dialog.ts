import type { DialogContext } from 'botbuilder-dialogs';
// Imported by file: the package's index loads its prompts with their recognizers, a quarter of the startup time.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';

/** One turn of a dialog. */
interface DialogStep {
  /** @returns the dialog's state until the next turn */
  readonly take: () => Promise<object>;
}

/** A dialog whose state is what its last step returned. Each turn passes its step in, so the dialog holds no turn. */
export class StepDialog extends Dialog<DialogStep> {
  override async beginDialog(context: DialogContext, step?: DialogStep): Promise<DialogTurnResult> {
    if (step === undefined) throw new Error(`the dialog ${this.id} has no step to take`);
    const memory = await step.take();
    if (context.activeDialog !== undefined) context.activeDialog.state = memory;
    return Dialog.EndOfTurn;
  }
}

/** Runs a step of a dialog, replacing any active dialog. @param take shows a card and returns the new state */
export async function runStep(
  dialogs: DialogContext,
  dialog: string,
  take: () => Promise<object>,
): Promise<void> {
  const step: DialogStep = { take };
  await dialogs.cancelAllDialogs();
  await dialogs.beginDialog(dialog, step);
}

/** A dialog's state, not validated; undefined unless the dialog is active. */
export function stateOf({ activeDialog }: DialogContext, dialog: string): unknown {
  return activeDialog?.id === dialog ? activeDialog.state : undefined;
}
