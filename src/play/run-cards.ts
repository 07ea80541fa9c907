import {timeOfDay} from '../level/dials/index.ts';
import type {RunCard} from '../view/programs/menu/index.ts';
import type {ShelvedLevel} from './house.types.ts';
import {isOutlived, type Glance} from './kept/index.ts';

/** Runs on disk as the menu shows them. */
export async function runCards(
	runs: readonly Glance[],
	levels: readonly ShelvedLevel[],
	now: Date,
): Promise<readonly RunCard[]> {
	const cards = runs.map(async run => {
		const {level: id, seed, reached, outcome, proven, harm, writtenAt, file} = run;
		const level = levels.find(each => each.id === id);
		return {
			level: level?.title ?? (id === '' ? file : id),
			levelId: level?.id ?? null,
			ladder: level?.ladder ?? null,
			seed,
			played: ago(now.getTime() - writtenAt),
			reached: level === undefined ? `${String(reached)} s` : await clockAt(level, seed, reached),
			outcome,
			outlived: isOutlived(run, runs),
			proven,
			harm,
		};
	});
	return Promise.all(cards);
}

/** `HH:MM` by the clock of that night. Only a night that was drawn asks for the Region, which draws it. */
async function clockAt(level: ShelvedLevel, seed: string, seconds: number): Promise<string> {
	if (level.variations.length === 0) {
		return timeOfDay(level.startSecondsOfDay + seconds).slice(0, 5);
	}
	const {clockOf} = await import('./runs/index.ts');
	return clockOf(level, seed).at(seconds).slice(0, 5);
}

function ago(milliseconds: number): string {
	const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${String(minutes)} min ago`;
	if (minutes < 24 * 60) return `${String(Math.floor(minutes / 60))} h ago`;
	const days = Math.floor(minutes / (24 * 60));
	return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}
