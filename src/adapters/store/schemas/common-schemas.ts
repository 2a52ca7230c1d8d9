import { z } from 'zod';
import { personId } from '../../../domain/identifiers.ts';
import { instantFrom } from '../../../domain/instant.ts';
import type { NamedPerson } from '../../../domain/named-person.ts';
import { exactly } from './exact-schema.ts';

export const text = z.string();
export const instant = z.iso.datetime({ precision: 3 }).transform((value) => instantFrom(Date.parse(value)));
export const person = text.transform(personId);
export const namedPerson = exactly<NamedPerson>({ person, name: text });
