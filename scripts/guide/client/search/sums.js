/* Sums by number, of which most stay 0: what terms and wordings gather while a query is counted. */

export class Sums {
  /** @param {number} size One more than the greatest number */
  constructor(size) {
    this.values = new Float64Array(size);
    /** The numbers that have a sum, in the order they came. @type {number[]} */
    this.numbers = [];
  }

  /** @param {number} number @param {number} value */
  add(number, value) {
    if (this.values[number] === 0) this.numbers.push(number);
    this.values[number] += value;
  }
}
