/** A set of providers: bit `n` of the array stands for provider `n`. */
export type Bits = Int32Array;

export function noBits(providers: number): Bits {
  return new Int32Array((providers + 31) >>> 5);
}

export function setBit(bits: Bits, provider: number): void {
  bits[provider >>> 5] = (bits[provider >>> 5] ?? 0) | (1 << provider);
}

/** Adds `others` to `bits`, in place. */
export function addBits(bits: Bits, others: Bits): void {
  for (let block = 0; block < bits.length; block++) bits[block] = (bits[block] ?? 0) | (others[block] ?? 0);
}

/** Intersects `bits` with `others`, in place. */
export function intersectBits(bits: Bits, others: Bits): void {
  for (let block = 0; block < bits.length; block++) bits[block] = (bits[block] ?? 0) & (others[block] ?? 0);
}

/** Population count of a 32-bit block (Hacker's Delight, section 5-1). */
function countInBlock(block: number): number {
  const pairs = block - ((block >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of providers in the set; counting may stop at `enough`. */
export function countBits(bits: Bits, enough = Infinity): number {
  let count = 0;
  for (let block = 0; block < bits.length && count < enough; block++) count += countInBlock(bits[block] ?? 0);
  return count;
}

/** Number of providers in both sets. */
export function countCommon(one: Bits, other: Bits): number {
  let count = 0;
  let ones = 0;
  let twos = 0;
  let block = 0;
  // Harley-Seal: carry-save addition of eight blocks before each count. Facets spend most of their time here.
  for (; block + 8 <= one.length; block += 8) {
    const a = (one[block] ?? 0) & (other[block] ?? 0);
    const b = (one[block + 1] ?? 0) & (other[block + 1] ?? 0);
    const c = (one[block + 2] ?? 0) & (other[block + 2] ?? 0);
    const d = (one[block + 3] ?? 0) & (other[block + 3] ?? 0);
    const e = (one[block + 4] ?? 0) & (other[block + 4] ?? 0);
    const f = (one[block + 5] ?? 0) & (other[block + 5] ?? 0);
    const g = (one[block + 6] ?? 0) & (other[block + 6] ?? 0);
    const h = (one[block + 7] ?? 0) & (other[block + 7] ?? 0);
    let sum = ones ^ a;
    const twosA = (ones & a) | (sum & b);
    ones = sum ^ b;
    sum = ones ^ c;
    const twosB = (ones & c) | (sum & d);
    ones = sum ^ d;
    sum = twos ^ twosA;
    const foursA = (twos & twosA) | (sum & twosB);
    twos = sum ^ twosB;
    sum = ones ^ e;
    const twosC = (ones & e) | (sum & f);
    ones = sum ^ f;
    sum = ones ^ g;
    const twosD = (ones & g) | (sum & h);
    ones = sum ^ h;
    sum = twos ^ twosC;
    const foursB = (twos & twosC) | (sum & twosD);
    twos = sum ^ twosD;
    count += 4 * (countInBlock(foursA) + countInBlock(foursB));
  }
  count += 2 * countInBlock(twos) + countInBlock(ones);
  for (; block < one.length; block++) count += countInBlock((one[block] ?? 0) & (other[block] ?? 0));
  return count;
}

/** The providers of the set, ascending; `count` is their number. */
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
