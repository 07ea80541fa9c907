import {deflateSync, strToU8} from 'fflate';
import {base64urlOf} from '../../src/session/link/base64url.ts';
import {hash} from '../../src/sim/index.ts';

/** A link whose checksum fits, whatever it holds: as somebody would forge it who knows how. */
export function forgedLink(packed: unknown, {form = 1, game = '0.2.0'} = {}): string {
	return linkOf(strToU8(JSON.stringify(packed)), {form, game});
}

export function linkOf(packed: Uint8Array, {form = 1, game = '0.2.0'} = {}): string {
	const said = `${String(form)}.${game}.${base64urlOf(deflateSync(packed, {level: 9}))}`;
	return `#run=${said}.${hash(said).slice(0, 8)}`;
}
