/** When the store moves on from one file to the next. */
export interface StoreSettings {
  /** Commits after which a journal is written out to the files and a new one begun. */
  readonly commitsPerJournal: number;
  /** How long commits may wait in the journal until they are written out, in milliseconds. */
  readonly flushAfter: number;
  readonly entriesPerSegment: number;
  /** How long closing may go on writing out; what is left by then stays in the journals. Milliseconds. */
  readonly closeWithin: number;
}

/** Long enough that what only waits to be sent has come and gone before it is ever written to a file of its own. */
export const defaultSettings: StoreSettings = {
  commitsPerJournal: 5000,
  flushAfter: 30_000,
  entriesPerSegment: 1000,
  closeWithin: 3000,
};
