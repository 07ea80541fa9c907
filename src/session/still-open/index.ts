export {
	firstWordBy,
	leftStanding,
	standsAgainst,
	stillOpenOf,
	takesBack,
	type OpenKind,
	type StillOpen,
} from './still-open.ts';
