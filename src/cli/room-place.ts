import type {RequestListener} from 'node:http';
import {isLoopback, isOwnName, type Place} from '../host/index.ts';
import {readBytes} from '../saves/disk/index.ts';
import {shownPath} from '../saves/index.ts';
import {portFrom, whyNoPort} from './port.ts';
import type {Wrong} from './room-run.ts';
import {answerFrom, NO_SITE, siteFolder} from './site.ts';

export const PLACE_OPTIONS = {
	port: {type: 'string'},
	listen: {type: 'string'},
	cert: {type: 'string'},
	key: {type: 'string'},
	delay: {type: 'string'},
} as const;

type Values = {readonly [Name in keyof typeof PLACE_OPTIONS]?: string | undefined};

const LOOPBACK = '127.0.0.1';
/** How late observers see the room, unless told. */
const OBSERVERS_LATE_SECONDS = 120;
const LATE_SECONDS_MAX = 3_600;

/** Where rooms are to be reached, and how late observers see them; sentences where that cannot be. */
export function placeToListen(
	{port: asked, listen, cert, key}: Values,
	usualPort: number,
): Place | Wrong {
	const port = portFrom(asked, usualPort);
	if (typeof port === 'string') return {sentences: [port]};
	if (listen === '') return {sentences: ['--listen expects an address of this machine.']};
	if ((cert === undefined) !== (key === undefined)) {
		return {sentences: ['TLS needs both: --cert FILE and --key FILE.']};
	}
	const address = listen ?? LOOPBACK;
	if (cert === undefined || key === undefined) return {port, address, tls: undefined};
	const files = [cert, key].map(file => ({file, read: readBytes(file)}));
	const sentences = files.flatMap(({file, read}) =>
		read.ok ? [] : [`${shownPath(file)}: ${read.why}.`],
	);
	const [one, other] = files.map(({read}) => (read.ok ? read.bytes : undefined));
	if (one === undefined || other === undefined) return {sentences};
	return {port, address, tls: {cert: one, key: other}};
}

export function lateFrom({delay}: Values): number | Wrong {
	const lateMs = 1_000 * Number(delay ?? OBSERVERS_LATE_SECONDS);
	if (lateMs >= 0 && lateMs <= 1_000 * LATE_SECONDS_MAX) return lateMs;
	return {sentences: [`--delay expects seconds, 0 to ${String(LATE_SECONDS_MAX)}.`]};
}

export function whyNoPlace({port, address}: Place, error: NodeJS.ErrnoException): string {
	if (error.code?.startsWith('ERR_OSSL') === true) {
		return `--cert and --key: not a certificate and its key: ${error.message}.`;
	}
	return whyNoPort(`${address}, port ${String(port)},`, port, error);
}

/** Whether a request comes by a name of ours: on loopback only by those that this machine gives itself. */
export function ownNames({address}: Pick<Place, 'address'>): (host: string | undefined) => boolean {
	return isLoopback(address) ? isOwnName : () => true;
}

/** The page for whoever asks by a browser, and the game as a whole beside it. */
export function gamePage(isOurs: (host: string | undefined) => boolean): RequestListener {
	const site = siteFolder();
	if (site !== undefined) return answerFrom(site, isOurs);
	return (_, response) => {
		response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'});
		response.end(`A room of outage-oncall. ${NO_SITE}\n`);
	};
}
