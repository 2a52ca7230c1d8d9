/** When the store flushes, and how large its files become. */
export interface StoreSettings {
  /** Commits after which a journal is flushed to the files and a new one started. */
  readonly commitsPerJournal: number;
  /** How long commits may stay in the journal before a flush, in milliseconds. */
  readonly flushAfter: number;
  readonly entriesPerSegment: number;
  /** How long `close` may flush, in milliseconds; the rest stays in the journals. */
  readonly closeWithin: number;
}

/** `flushAfter` is long enough that most pending deliveries are sent and deleted before they get a file. */
export const defaultSettings: StoreSettings = {
  commitsPerJournal: 5000,
  flushAfter: 30_000,
  entriesPerSegment: 1000,
  closeWithin: 3000,
};
