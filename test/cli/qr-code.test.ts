import jsQR from 'jsqr';
import {expect, test} from 'vitest';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/read-a-panel/textbook.journal.jsonl';
/** A camera sees each module as so many pixels. */
const PIXELS = 4;

test('the code that share draws is read back as the link that share prints', () => {
	const base = ['--base', 'https://example.org/drill/'];
	const {out: link} = outage(['share', GOLDEN, ...base]);
	const env = {LANG: 'en_US.UTF-8', TERM: 'xterm-256color', NO_COLOR: '1'};
	const {out: both} = outage(['share', GOLDEN, ...base, '--qr'], '', env);
	expect(readCode(both)).toBe(link.trim());
});

/** What is bright stands as blocks: two modules a character, one above the other. */
function readCode(text: string): string | undefined {
	const lines = text.split('\n').filter(line => /^[█▀▄ ]{20,}$/u.test(line));
	const bright = lines.flatMap(line => [
		Array.from(line, piece => piece === '█' || piece === '▀'),
		Array.from(line, piece => piece === '█' || piece === '▄'),
	]);
	const side = bright[0]?.length ?? 0;
	const size = side * PIXELS;
	const pixels = new Uint8ClampedArray(size * size * 4);
	for (let at = 0; at < size * size; at++) {
		const row = Math.floor(at / size / PIXELS);
		const column = Math.floor((at % size) / PIXELS);
		pixels.fill(bright[row]?.[column] === true ? 255 : 0, 4 * at, 4 * at + 3);
		pixels[4 * at + 3] = 255;
	}
	return jsQR.default(pixels, size, size)?.data;
}
