/** A GUID as Microsoft writes it: either case, no braces. */
export const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
