import {DIALS, type Dial, type LevelCard} from './menu.types.ts';

const STEPS_MAX = 3;
const DIAL_NAMES = Object.keys(DIALS).filter(isDial);

function isDial(name: string): name is Dial {
	return name in DIALS;
}

/** How hard a level is in a word. Its length is said in minutes and counts for nothing here. */
export function difficulty({dials}: LevelCard): 'calm' | 'steady' | 'hard' | 'severe' {
	const sum = DIAL_NAMES.filter(name => name !== 'length').reduce(
		(total, name) => total + dials[name],
		0,
	);
	if (sum <= 2) return 'calm';
	if (sum <= 6) return 'steady';
	return sum <= 9 ? 'hard' : 'severe';
}

/** The dials that are turned up, each as what it is and how far: `●●○ what cannot be seen`. */
export function dialLines({dials}: LevelCard): readonly string[] {
	return DIAL_NAMES.filter(name => name !== 'length' && dials[name] > 0).map(
		name => `${'●'.repeat(dials[name])}${'○'.repeat(STEPS_MAX - dials[name])} ${DIALS[name]}`,
	);
}

/** `about 20 minutes`; empty where nobody said. */
export function lengthWords({minutes}: LevelCard): string {
	if (minutes === null) return '';
	return minutes < 2 ? 'about 90 seconds' : `about ${String(Math.round(minutes))} minutes`;
}
