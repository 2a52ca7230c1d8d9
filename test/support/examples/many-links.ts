/** A link of a reseller: the same number is the same partner. */
export function numberedLink(number: number): string {
  const partner = `3b33e682-00c3-41ee-9dd2-${String(number).padStart(12, '0')}`;
  return `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0#/partners/invitation`;
}

/** A message with so many of them, from `first` on. */
export function messageOfLinks(count: number, first = 0): string {
  return Array.from({ length: count }, (_, index) => numberedLink(first + index)).join('\n');
}
