import { z } from 'zod';

/** A schema for each field of `Value`, including optional ones: a new field does not compile without a schema. */
type Shape<Value> = { readonly [Key in keyof Value]-?: z.ZodType<Value[Key]> };

/** A schema for exactly the fields of `Value`. An unknown field is an error rather than silently lost. */
export function exactly<Value extends object>(shape: Shape<Value>): z.ZodType<Value> {
  // zod cannot infer from a generic shape; `Shape` has checked each field.
  return z.strictObject(shape) as unknown as z.ZodType<Value>;
}

/**
 * A schema for a union discriminated by `kind`, from one schema per kind: a new kind does not compile without a schema.
 */
export function byKind<Value extends { readonly kind: string }>(variants: {
  readonly [Kind in Value['kind']]: z.ZodType<Extract<Value, { readonly kind: Kind }>>;
}): z.ZodType<Value> {
  // Discriminated, because a plain union tries one variant after the other. `exactly` made each of them an object.
  const objects = Object.values(variants) as unknown as readonly [z.ZodObject, ...z.ZodObject[]];
  return z.discriminatedUnion('kind', objects) as unknown as z.ZodType<Value>;
}

/**
 * One variant of a union discriminated by `kind`; `exactly` needs it as a type argument for variants with optional
 * fields.
 */
export type OfKind<Value extends { readonly kind: string }, Kind extends Value['kind']> = Extract<
  Value,
  { readonly kind: Kind }
>;
