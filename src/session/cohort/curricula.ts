/** Levels in an order, and why each stands where it does. */
export type Curriculum = {
	readonly id: string;
	readonly title: string;
	readonly about: string;
	readonly steps: readonly {readonly level: string; readonly why: string}[];
};

/** After each level of a trainer's two hours there is as much talk; a debrief teaches more than the drill. */
export const DEBRIEF_MINUTES = 12;
export const OPENING_MINUTES = 15;

/** What somebody has to have met before a level asks for it. */
export const BUILDS_ON: Readonly<Record<string, readonly string[]>> = {
	'one-empty-answer': ['read-a-panel'],
	'two-writers': ['one-empty-answer'],
	'other-names': ['one-empty-answer'],
	'red-herring': ['one-empty-answer'],
	'support-third-state': ['one-empty-answer'],
	'nobody-picks-up': ['one-empty-answer'],
	'comms-only': ['one-empty-answer'],
	'quiet-shift': ['read-a-panel'],
	'false-health-signal': ['quiet-shift'],
	'redshift-replacements': ['quiet-shift'],
	'a-queue-that-will-not-drain': ['read-a-panel'],
	'throttle-then-relax': ['a-queue-that-will-not-drain'],
	'staged-restarts': ['a-queue-that-will-not-drain'],
	'sign-in-storm': ['a-queue-that-will-not-drain'],
	'network-backlog': ['throttle-then-relax'],
	'lambda-pollers': ['throttle-then-relax'],
	'warm-pool': ['throttle-then-relax'],
	'felt-elsewhere': ['comms-only'],
	'another-region': ['comms-only'],
	'layer-zero': ['one-empty-answer'],
	'a-short-memory': ['two-writers'],
	'back-at-once': ['lambda-pollers'],
	'somebody-elses-outage': ['read-a-panel'],
	'the-second-collapse': ['a-queue-that-will-not-drain', 'somebody-elses-outage'],
	'the-other-side': ['the-second-collapse'],
	'october-20': [
		'two-writers',
		'throttle-then-relax',
		'staged-restarts',
		'false-health-signal',
		'comms-only',
	],
	exam: ['october-20'],
};

const ON_CALL: Curriculum = {
	id: 'on-call',
	title: 'An SRE who is new to on-call',
	about:
		'Alone, in a week or two of evenings. Play each until it is won, and its debrief until you know why.',
	steps: [
		{level: 'first-steps', why: 'The console, with each key explained before it is asked for.'},
		{level: 'read-a-panel', why: 'Reading comes before touching: one panel names the fault.'},
		{level: 'one-empty-answer', why: 'A success that is no use, and the first order that matters.'},
		{level: 'two-writers', why: 'The same fault, and an automation that undoes what you do.'},
		{level: 'quiet-shift', why: 'After two faults the hardest is to leave one alone.'},
		{level: 'red-herring', why: 'Two things at once: which of them explains what you see?'},
		{
			level: 'a-queue-that-will-not-drain',
			why: 'Overload that feeds itself: less in, not more work.',
		},
		{level: 'throttle-then-relax', why: 'The way back: how fast to let people in again.'},
		{level: 'staged-restarts', why: 'Both of it, on a fleet that has no runbook.'},
		{
			level: 'false-health-signal',
			why: 'A signal that is wrong, and an automation that believes it.',
		},
		{level: 'comms-only', why: 'No tools: what you say is all that you can do.'},
		{level: 'october-20', why: 'The night itself: everything before this, in fourteen hours.'},
		{level: 'exam', why: 'A night that may look familiar: what was right has its reasons.'},
	],
};

const COMMANDER: Curriculum = {
	id: 'commander',
	title: 'An incident commander',
	about:
		'For whoever leads and does not type: what to believe, whom to tell, what to leave alone. As a team with `host`.',
	steps: [
		{level: 'read-a-panel', why: 'Enough of the console to ask others the right question.'},
		{level: 'one-empty-answer', why: 'A team that doubts the wrong system, and a name to ask for.'},
		{level: 'comms-only', why: 'Scope, impact, action and the next time: and to keep it.'},
		{level: 'quiet-shift', why: 'Ten people want to act: somebody decides that nobody does.'},
		{level: 'red-herring', why: 'Whom to believe when two teams are both sure.'},
		{level: 'felt-elsewhere', why: 'What cannot be mended tonight can still be told.'},
		{level: 'another-region', why: 'Advice is an order to thousands: ask what it costs first.'},
		{
			level: 'a-queue-that-will-not-drain',
			why: 'Why to ask for less when everybody asks for more.',
		},
		{level: 'somebody-elses-outage', why: 'The customer’s chair: what your words do to them.'},
		{level: 'the-second-collapse', why: 'When to call it over, and how to let people back in.'},
	],
};

const TRAINER: Curriculum = {
	id: 'two-hours',
	title: 'A trainer’s two hours',
	about: `For a group, with \`host\`: a quarter of an hour to open, and ${String(DEBRIEF_MINUTES)} minutes of talk after each level.`,
	steps: [
		{level: 'first-steps', why: 'Everybody at the keys, on their own.'},
		{level: 'read-a-panel', why: 'Two minutes; the first debrief is about what was looked at.'},
		{level: 'one-empty-answer', why: 'The first night together: who asked the name, and when?'},
		{level: 'quiet-shift', why: 'Ask who wanted to act, and what it would have cost.'},
		{
			level: 'a-queue-that-will-not-drain',
			why: 'The idea of the day: goodput, and why less is more.',
		},
		{level: 'comms-only', why: 'To end with: what did customers know, and when?'},
	],
};

export const CURRICULA: readonly Curriculum[] = [ON_CALL, COMMANDER, TRAINER];
