/** The folder of `index`, in the source as in what is built, where the desk is one file: what lies beside the code is found from here. */
export const codeFolder = new URL('.', import.meta.url);
