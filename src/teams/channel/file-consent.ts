import { z } from 'zod';

const text = z.string().max(4096);
const context = z.looseObject({ export: z.string().max(100) });

/** Where a file is uploaded, and its name there. */
const uploadedFileSchema = z.looseObject({
  uploadUrl: text,
  contentUrl: text,
  name: text,
  uniqueId: text,
  fileType: text,
});
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** The answer to a file consent card. Source: Teams' documentation of `fileConsent/invoke`. */
export const fileConsentSchema = z.discriminatedUnion('action', [
  z.looseObject({ action: z.literal('accept'), context, uploadInfo: uploadedFileSchema }),
  z.looseObject({ action: z.literal('decline'), context }),
]);
export type FileConsent = z.infer<typeof fileConsentSchema>;
