/** A list of 32-bit integers that grows; a tenth of the memory of an array of numbers that V8 cannot foresee. */
export class GrowingIntegers {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed; valid until the next push. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
