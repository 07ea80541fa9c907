import type {House, LevelShelf} from '../../play/index.ts';
import type {Settings} from '../../play/kept/index.ts';
import {looksOf} from '../../view/screen/looks/index.ts';
import {tabJournals, type TabJournals} from './journals.ts';
import {storedKept} from './kept.ts';
import {siteLevels} from './levels.ts';
import {storedPieces} from './pieces.ts';

/** No journal of a page was written by Node. */
const NO_NODE = 0;

export type TabHouse = House & {
	readonly journals: TabJournals;
	readonly settings: () => Promise<Settings>;
};

/** What is kept for a player in a browser. */
export function tabHouse(shelf: LevelShelf, game: string): TabHouse {
	const journals = tabJournals(storedPieces());
	const kept = storedKept();
	return {
		versions: {game, node: NO_NODE},
		journals,
		...siteLevels(shelf),
		...kept,
		endedRuns: () => journals.endedRuns(),
		glances: async () => journals.glances((await kept.profile()).ends),
		dress,
		keep({session, file}) {
			// A tab that is left may never be come back to.
			const note = () => {
				session.noteReached();
			};
			document.addEventListener('visibilitychange', note);
			return {
				close(isSound = true) {
					document.removeEventListener('visibilitychange', note);
					if (isSound) session.noteReached();
					return file.close();
				},
			};
		},
		async scoring(loaded, journal) {
			const {scoringOf} = await import('./debriefing.ts');
			return scoringOf(loaded, journal, game);
		},
		async debriefing(loaded, journal, of) {
			const {debriefingOf} = await import('./debriefing.ts');
			return debriefingOf(loaded, journal, {...of, game});
		},
	};
}

/** How the game looks by these settings, and by what the system says of its reader. */
function dress(settings: Settings): ReturnType<House['dress']> {
	const isLight = matchMedia('(prefers-color-scheme: light)').matches;
	const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const wishes = {...settings, animation: calm ? 'off' : settings.animation} as const;
	const terminal = {TERM: 'xterm', COLORTERM: 'truecolor', LANG: 'en_US.UTF-8'};
	return looksOf(wishes, {...terminal, COLORFGBG: isLight ? '0;15' : '15;0'}, 'linux');
}
