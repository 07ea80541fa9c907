import type {Session} from '../../session/index.ts';
import {createConsole, type Console, type Notice} from '../../view/index.ts';
import type {Desk} from '../house.types.ts';
import {ownKeymap} from '../own-keymap.ts';

/** What a host tells of the level. */
type Told = {readonly title: string; readonly limit: number; readonly exam: boolean};

/** The console of a seat in a room: as in solo play, with time and the others elsewhere. */
export function roomConsole(
	session: Session,
	{title, limit, exam}: Told,
	desk: Desk,
	takeNotice: () => Notice | undefined,
): Console {
	const {length, confirm} = desk.settings;
	return createConsole({
		session,
		title,
		briefing: '',
		by: 'you',
		graphs: desk.looks.graphs,
		length,
		confirm: confirm === 'on',
		limit,
		exam,
		keymap: ownKeymap(desk),
		takeNotice,
	});
}
