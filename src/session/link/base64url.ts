const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;

/** Bytes as letters that an address takes as they are (RFC 4648, 5), without padding. */
export function base64urlOf(bytes: Uint8Array): string {
	let text = '';
	let held = 0;
	let bits = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		for (bits += 8; bits >= BITS; bits -= BITS) text += DIGITS.charAt((held >> (bits - BITS)) & 63);
		held &= 0xff;
	}
	return bits === 0 ? text : text + DIGITS.charAt((held << (BITS - bits)) & 63);
}

/** The bytes of such letters; undefined where one is none of them. */
export function bytesOf(text: string): Uint8Array | undefined {
	const bytes = new Uint8Array(Math.floor((text.length * BITS) / 8));
	let held = 0;
	let bits = 0;
	let at = 0;
	for (const letter of text) {
		const digit = DIGITS.indexOf(letter);
		if (digit === -1) return undefined;
		held = ((held << BITS) | digit) & 0xffff;
		bits += BITS;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at++] = (held >> bits) & 0xff;
	}
	return bytes;
}
