import type { DialogContext } from 'botbuilder-dialogs';
// By file: the package's index loads its prompts with their recognizers, a quarter of the time that the desk took to listen.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';

/** What a dialog does in one turn. */
interface DialogStep {
  /** @returns what the dialog remembers until the next turn */
  readonly take: () => Promise<object>;
}

/** A dialog that remembers what its last step returned. Each turn brings the step that it takes, so a dialog knows no turn. */
export class StepDialog extends Dialog<DialogStep> {
  override async beginDialog(context: DialogContext, step?: DialogStep): Promise<DialogTurnResult> {
    if (step === undefined) throw new Error(`the dialog ${this.id} has no step to take`);
    const memory = await step.take();
    if (context.activeDialog !== undefined) context.activeDialog.state = memory;
    return Dialog.EndOfTurn;
  }
}

/** Takes a step of a dialog, in place of whatever went on before. @param take shows a card and returns what to remember */
export async function takeStep(
  dialogs: DialogContext,
  dialog: string,
  take: () => Promise<object>,
): Promise<void> {
  const step: DialogStep = { take };
  await dialogs.cancelAllDialogs();
  await dialogs.beginDialog(dialog, step);
}

/** What a dialog remembers, of any shape; undefined unless it is the one that goes on. */
export function memoryOf({ activeDialog }: DialogContext, dialog: string): unknown {
  return activeDialog?.id === dialog ? activeDialog.state : undefined;
}
