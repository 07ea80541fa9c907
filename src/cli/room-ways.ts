import type {Codes} from '../host/index.ts';

/** How each kind of guest comes into a room: the line for a terminal, and the page. */
export type Ways = Readonly<
	Record<
		'player' | 'observer' | 'facilitator' | 'board',
		{readonly join: string; readonly page: string}
	>
>;

/** `base` is where a room is reached, such as `https://drill.example.com`. */
export function waysTo(base: string, codes: Codes): Ways {
	const socket = base.replace(/^http/u, 'ws');
	const by = (code: string, what: 'join' | 'board') => ({
		join: `outage-oncall join ${socket}/${code}`,
		page: `${base}/#${what}=${code}`,
	});
	const {player, observer, facilitator, board} = codes;
	return {
		player: by(player, 'join'),
		observer: by(observer, 'join'),
		facilitator: by(facilitator, 'join'),
		board: by(board, 'board'),
	};
}
