/** Ids as Microsoft Entra has them, for a desk in production, which takes no others. */
export const homeTenant = '7e4a2b6c-0d1e-4f2a-9b3c-000000000001';
export const otherTenant = '7e4a2b6c-0d1e-4f2a-9b3c-000000000002';
/** Adele Vance, an administrator of the home tenant. */
export const adeleId = 'ade1ede1-5a6b-4c7d-8e9f-000000000001';
