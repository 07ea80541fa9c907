import type {Glance} from '../saves/glance/index.ts';
import type {RunCard} from '../view/programs/menu/index.ts';
import type {ShelvedLevel} from './level-cards.ts';

/** Runs on disk as the menu shows them. */
export function runCards(
	runs: readonly Glance[],
	levels: readonly ShelvedLevel[],
	now: Date,
): readonly RunCard[] {
	return runs.map(({level: id, seed, reached, outcome, writtenAt, file}) => {
		const level = levels.find(each => each.id === id);
		return {
			level: level?.title ?? (id === '' ? file : id),
			levelId: level?.id ?? null,
			seed,
			played: ago(now.getTime() - writtenAt),
			reached: level === undefined ? `${String(reached)} s` : clock(level.start, reached),
			outcome,
		};
	});
}

/** `HH:MM` as many seconds after the level's start. */
function clock(start: string, seconds: number): string {
	const [hours = 0, minutes = 0] = start.split(':').map(Number);
	const total = hours * 60 + minutes + Math.floor(seconds / 60);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`;
}

function ago(milliseconds: number): string {
	const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${String(minutes)} min ago`;
	if (minutes < 24 * 60) return `${String(Math.floor(minutes / 60))} h ago`;
	const days = Math.floor(minutes / (24 * 60));
	return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}
