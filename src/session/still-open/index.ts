export {
	leftStanding,
	standsAgainst,
	stillOpenOf,
	type OpenKind,
	type StillOpen,
} from './still-open.ts';
