import { inEncodedParameter } from './in-parameter.ts';
import type { Rewriter } from './rewriter.ts';

/**
 * Sophos Email: `https://eu-central-1.protection.sophos.com/?d=<domain>&u=<base64>&…`. Source: Sophos Central help, “URL
 * Protection”. Newer links carry the domain alone, which says nothing for sure.
 */
export const sophos: readonly Rewriter[] = [
  {
    name: 'Sophos',
    hosts: /^[a-z]{2}-[a-z]+-\d\.protection\.sophos\.com$/,
    path: /^\/$/,
    reads: inEncodedParameter('u'),
  },
];
