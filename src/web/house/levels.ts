import {cleanText} from '../../level/text/index.ts';
import {
	cardsOf,
	textsToRead,
	type House,
	type LevelFile,
	type LevelShelf,
	type LoadedLevel,
} from '../../play/index.ts';
import type {Journal} from '../../session/index.ts';

type Levels = Pick<House, 'levelCards' | 'level' | 'levelOf' | 'rolesOf' | 'texts'>;

// The menu shows levels without knowing the Region.
const region = () => import('./region.ts');

/** Our levels, as the site brings them. */
export function siteLevels({levels, roles, runbooks, lessons}: LevelShelf): Levels {
	const found = (id: string) => levels.find(level => level.id === id);
	const prose = {
		runbooks: () => runbooks,
		lessons: () => lessons,
		note: (id: string) => found(id)?.debrief ?? '',
	};
	return {
		levelCards: runs => cardsOf(levels, runs),
		level: name => loaded(name, found(name), levels),
		async levelOf({begin}: Journal, name) {
			const level = loaded(name, found(name), levels);
			if (level.ok) return level;
			const {otherWorld, WORLD} = await region();
			return begin.world === WORLD ? level : {ok: false, sentences: [otherWorld(begin)]};
		},
		async rolesOf(level) {
			const {rolesFrom, rolesIn, VOCABULARY} = await region();
			const standard = rolesFrom(roles, VOCABULARY);
			if (standard === undefined) throw new Error('The roles of the site cannot be read.');
			const own = rolesIn(level, standard, VOCABULARY);
			if (own.ok) return own.roles;
			return {sentences: own.problems.map(({message}) => `${level.id}: ${message}`)};
		},
		texts: (cards, runs) => textsToRead(prose, cards, runs),
	};
}

function loaded(
	name: string,
	level: LevelFile | undefined,
	levels: readonly LevelFile[],
): LoadedLevel {
	if (level === undefined) {
		const known = levels.map(({id}) => id).join(', ');
		const shown = cleanText(name).slice(0, 60);
		return {ok: false, sentences: [`There is no level “${shown}” here. There are: ${known}.`]};
	}
	const {briefing, debrief, players, reference} = level;
	return {
		ok: true,
		level: level.level,
		briefing,
		debrief,
		script: player => (Object.hasOwn(players, player) ? players[player] : undefined),
		reference: () => reference,
	};
}
