/** A tenant's settings of a function. Only two functions have any. */
export type FunctionSettings =
  | { readonly kind: 'none' }
  /** Of a `partner`: the account that the tenant gave it, if noted. */
  | { readonly kind: 'account'; readonly userPrincipalName?: string }
  /** Of an `mpsaPartner`: whether it may see purchases through other MPSA partners. */
  | { readonly kind: 'purchases'; readonly seesOtherPartners: boolean };
