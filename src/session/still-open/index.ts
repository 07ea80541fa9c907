export {
	leftStanding,
	standsAgainst,
	stillOpenOf,
	takesBack,
	type OpenKind,
	type StillOpen,
} from './still-open.ts';
