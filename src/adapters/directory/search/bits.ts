/** A set of providers: bit `n` of the array stands for provider `n`. */
export type Bits = Int32Array;

export function noBits(providers: number): Bits {
  return new Int32Array((providers + 31) >>> 5);
}

export function allBits(providers: number): Bits {
  const bits = noBits(providers).fill(-1);
  const spare = providers & 31;
  if (spare > 0) bits[bits.length - 1] = (1 << spare) - 1;
  return bits;
}

export function setBit(bits: Bits, provider: number): void {
  bits[provider >>> 5] = (bits[provider >>> 5] ?? 0) | (1 << provider);
}

export function hasBit(bits: Bits, provider: number): boolean {
  return (((bits[provider >>> 5] ?? 0) >>> provider) & 1) === 1;
}

/** Adds what is in `others` to `bits`. */
export function addBits(bits: Bits, others: Bits): void {
  for (let block = 0; block < bits.length; block++) bits[block] = (bits[block] ?? 0) | (others[block] ?? 0);
}

/** Keeps in `bits` only what is in `others` too. */
export function keepBits(bits: Bits, others: Bits): void {
  for (let block = 0; block < bits.length; block++) bits[block] = (bits[block] ?? 0) & (others[block] ?? 0);
}

/** How many bits of a 32-bit block are set (Hacker's Delight, section 5-1). */
function countInBlock(block: number): number {
  const pairs = block - ((block >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many providers are in the set; counting may stop at `enough`. */
export function countBits(bits: Bits, enough = Infinity): number {
  let count = 0;
  for (let block = 0; block < bits.length && count < enough; block++) count += countInBlock(bits[block] ?? 0);
  return count;
}

/** The `count` providers of the set, ascending. */
export function listBits(bits: Bits, count = countBits(bits)): Int32Array {
  const providers = new Int32Array(count);
  let length = 0;
  for (let block = 0; block < bits.length; block++) {
    let rest = bits[block] ?? 0;
    while (rest !== 0) {
      const lowest = rest & -rest;
      providers[length++] = (block << 5) + 31 - Math.clz32(lowest);
      rest ^= lowest;
    }
  }
  return providers;
}
