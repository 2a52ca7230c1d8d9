/** The folder of `index`, in the source and in the bundle: files beside the code are resolved from here. */
export const codeFolder = new URL('.', import.meta.url);
