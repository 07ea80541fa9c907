import {assert} from './assert.ts';

// ECMAScript leaves Math.exp and Math.log to the engine. These use only + - * /, which IEEE 754 pins down.

const LN2 = 0.693147180559945309417;

/** Natural logarithm of a positive number, to about 1e-15 relative. */
export function ln(x: number): number {
	assert(x > 0 && x < Infinity, 'a logarithm is of a positive finite number');
	let mantissa = x;
	let exponent = 0;
	while (mantissa > 1.5) {
		mantissa /= 2;
		exponent++;
	}
	while (mantissa < 0.75) {
		mantissa *= 2;
		exponent--;
	}
	// ln m = 2 atanh((m - 1) / (m + 1)), |argument| <= 0.2.
	const y = (mantissa - 1) / (mantissa + 1);
	const square = y * y;
	let power = y;
	let sum = 0;
	for (let odd = 1; odd <= 25; odd += 2) {
		sum += power / odd;
		power *= square;
	}
	return 2 * sum + exponent * LN2;
}

/** e to the power x, to about 1e-14 relative for |x| <= 40 and 1e-13 up to the limit of 700. */
export function exp(x: number): number {
	assert(x >= -700 && x <= 700, 'an exponent stays within the range of a double');
	const halvings = Math.floor(x / LN2 + 0.5);
	const rest = x - halvings * LN2;
	let term = 1;
	let sum = 1;
	for (let n = 1; n <= 16; n++) {
		term = (term * rest) / n;
		sum += term;
	}
	for (let n = 0; n < halvings; n++) sum *= 2;
	for (let n = 0; n > halvings; n--) sum /= 2;
	return sum;
}
