/** What a tenant sets for a function. Only two functions have anything to set. */
export type FunctionSettings =
  | { readonly kind: 'none' }
  /** Of a `partner`: the account that the tenant gave it to work with, where somebody noted it. */
  | { readonly kind: 'account'; readonly userPrincipalName?: string }
  /** Of an `mpsaPartner`: whether it may see what the tenant bought through its other MPSA partners. */
  | { readonly kind: 'purchases'; readonly seesOtherPartners: boolean };
