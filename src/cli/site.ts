import type {IncomingMessage, ServerResponse} from 'node:http';
import path from 'node:path';
import {kindOf, namesIn, readBytes} from '../saves/disk/index.ts';
import {levelShelf} from './level-shelf.ts';
import {compiledLevel, levelsFolder} from './levels-folder.ts';
import {packageRoot, programFolder} from './package-root.ts';
import {proseFolder} from './texts-to-read.ts';

export const NO_SITE = 'The page is not there: in the repository, `npm run site` builds it.';

/** Beside the bundle, or where the repository builds it. */
export function siteFolder(): string | undefined {
	const places = [path.join(programFolder(), 'site'), path.join(packageRoot(), 'dist', 'site')];
	return places.find(place => kindOf(path.join(place, 'index.html')) === 'file');
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** What any host of the page does well to send along. */
const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-cache',
};

const SHELF = 'shelf.json';

/** Answers requests with the files of a site, where they come by a name that is ours. */
export function answerFrom(site: string, isOurs: (host: string | undefined) => boolean) {
	const names = new Set([...namesIn(site), SHELF]);
	let shelf: Buffer | undefined;
	const bytesOf = (name: string): Buffer | undefined => {
		if (name === SHELF)
			return (shelf ??= Buffer.from(
				JSON.stringify(levelShelf(levelsFolder(), proseFolder, compiledLevel)),
			));
		const read = names.has(name) ? readBytes(path.join(site, name)) : undefined;
		return read?.ok === true ? read.bytes : undefined;
	};
	return ({method, url = '/', headers}: IncomingMessage, response: ServerResponse): void => {
		const end = (status: number, type: string, body: Buffer | string) => {
			response.writeHead(status, {...HEADERS, 'content-type': type});
			response.end(method === 'HEAD' ? undefined : body);
		};
		if (!isOurs(headers.host)) return end(421, 'text/plain', 'Not here.\n');
		if (method !== 'GET' && method !== 'HEAD') return end(405, 'text/plain', 'Only GET.\n');
		const [asked = ''] = url.slice(1).split(/[?#]/u);
		const name = asked === '' ? 'index.html' : asked;
		const bytes = bytesOf(name);
		if (bytes === undefined) return end(404, 'text/plain', 'There is no such file.\n');
		end(200, TYPES[path.extname(name)] ?? 'application/octet-stream', bytes);
	};
}
