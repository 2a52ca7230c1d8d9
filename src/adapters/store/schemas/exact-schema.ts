import { z } from 'zod';

/** A schema for each field of `Value`, the optional ones too: a field that the domain gains does not compile without one. */
type Shape<Value> = { readonly [Key in keyof Value]-?: z.ZodType<Value[Key]> };

/** A schema for exactly the fields of `Value`. A field that it does not know is an error rather than silently lost. */
export function exactly<Value extends object>(shape: Shape<Value>): z.ZodType<Value> {
  // zod cannot follow a shape that is generic; `Shape` has checked it field by field.
  return z.strictObject(shape) as unknown as z.ZodType<Value>;
}

/** A schema for a union told apart by `kind`, from one schema a kind; a kind that the domain gains does not compile without one. */
export function byKind<Value extends { readonly kind: string }>(variants: {
  readonly [Kind in Value['kind']]: z.ZodType<Extract<Value, { readonly kind: Kind }>>;
}): z.ZodType<Value> {
  // Looked up by the kind: a union would try one variant after the other. That each is an object `exactly` has seen to.
  const objects = Object.values(variants) as unknown as readonly [z.ZodObject, ...z.ZodObject[]];
  return z.discriminatedUnion('kind', objects) as unknown as z.ZodType<Value>;
}

/** One of a union told apart by `kind`; says to `exactly` which, where it has optional fields. */
export type OfKind<Value extends { readonly kind: string }, Kind extends Value['kind']> = Extract<
  Value,
  { readonly kind: Kind }
>;
