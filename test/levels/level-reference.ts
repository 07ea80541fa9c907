import type {ConditionKind} from '../../src/level/condition.schema.ts';
import type {LevelFile} from '../../src/level/level.schema.ts';

/** What stands at each key of a level.yaml. The type holds it to every key that there is. */
export const KEYS: Readonly<Record<keyof LevelFile, string>> = {
	format: '1',
	id: 'the name of its folder: lower-case letters, digits, hyphens',
	title: 'up to 80 characters',
	summary: 'one or two sentences for somebody who picks a level; no spoilers',
	kind: '`ladder`, `drill`, `exam`, `sandbox` or `tutorial`; where it is missing, a drill',
	ladder: 'its rung, where it is one',
	minutes: 'real minutes, said beforehand',
	lesson: 'what one knows afterwards, in a sentence or two',
	role: 'who the player is, and who is there',
	record:
		'true where it is the night of 20 October itself: then a run is measured against the record',
	dials: '`pressure`, 0 to 3: how loudly people ask; every other dial is counted',
	start: '`HH:MM` PDT, when its clock starts',
	limit: 'when time is up, within a day of the start',
	seed: 'of the run that nobody chose another for',
	story:
		'what a seed has to make happen: `when` a condition, `at` the takeover or then; or `nameEmptiesFrom` and `nameEmptiesUntil`, for the race',
	faults:
		'what goes wrong or is mended, `at` a time or `when` something is so (`for` minutes, `again` after minutes): a list, which may be empty',
	switches: 'fixes from after the event that are already in: see `model-card`',
	parameters:
		'numbers of the model that differ, by part and name, from a hundredth to a hundred times',
	prelude:
		'`until`, when the player takes over, and `orders`, which colleagues give before and beside them',
	cast: 'the subsystems that it is about: nothing else is shown, can be ordered or counts; the whole Region, unless told',
	orderDelay: 'factor on how long commands take, 0.1 to 10',
	withhold:
		'`orders` that are refused, by how they begin, `instruments` and `panels` that stay dark',
	goals:
		'`win` and `why`, `lose` (each with `when` and `why`), `atLimit` lost or won; without goals it ends as October 20 did',
	tasks:
		'what has to be done: `id`, `what`, `met`, and `before` when, if it matters; with `atEnd: true` it has to be so when the run ends; with `asked` it counts only where it came to that; `of` are the areas whose task it is, unless those that have its orders',
	unsafe: 'what nobody should do, however it went: `id`, `what`, `when`',
	suspects: 'what else may be to blame in this level: `id`, and `what` it is',
	diagnosis: 'what is behind it, `suspect`, and `when` that is so',
	decisions:
		'moments that matter, `id`, `what`, `when`, and `alternatives`: order lines, with a time before them or without. The debrief tries each alone and, where they are for one trouble, two by two: name what has to be let go later as well',
	recurrence:
		'the trouble comes again with automation back on: `faults` from then on, for `minutes`, and what `holds`',
	variations:
		'other nights of the same level, one drawn by the seed: `id`, and of `start`, `faults`, `switches`, `parameters` what differs',
	alerts:
		'alarms of its own: `id`, `group`, `severity` (`page`, `ticket` or `info`), `metric`, `above` or `below`, `clear` where it lets go, `for` minutes, `title` with `{}` for the value',
	chat: 'what people outside the call write: `from`, `role`, `when`, `for` and `again` in minutes, and `words`, said in turn, each once in a run',
	darkens: 'panels that go dark while something is so: `panel` and `when`',
	readBack:
		'which orders a room reads back before it gives them: `free` (none), `dangerous` (those that ask first) or `all` that touch the Region',
	injects:
		'what whoever serves a drill may bring about: `id`, `what` it is for, and one of `fault` (as among the faults, without `at` and `when`), `dark` (a panel, for `minutes`), `writes` (`from`, `role`, `words`), `order` (of a colleague, `from` whom)',
	areas:
		'for several people: what is seen and ordered together, by name, in place of that in `levels/roles.yaml`, which has the same keys',
	roles:
		'who holds which areas: `title`, `areas`, `reads` (sees them and orders nothing) and `card`',
	people: 'for how many people there is something to do; `host` says so where more are asked for',
	staffing: 'for so many people the seats, by name, each with the roles or areas that it holds',
	facts:
		'what one has to tell another, by name, beside those in `levels/roles.yaml`: `what`, `when`, `of` whose area or role it is, `needs` (who has to know), `told` by which metrics, looks, `order …` or `words`, `for` which orders, and `within` how many minutes where it is critical',
	hints: 'for those who ask, `when` and `text`; they point at data and never at the answer',
};

/** Each kind of condition, with an example. The type holds it to every kind that there is. */
export const CONDITIONS: Readonly<
	Record<ConditionKind, {readonly example: string; readonly what: string}>
> = {
	above: {
		example: '{metric: dwfm.leasedShare, above: 0.99}',
		what: 'while the number is greater, as it is and not as a panel shows it',
	},
	below: {example: '{metric: border.loss, below: 0.03}', what: 'while it is smaller'},
	milestone: {example: '{milestone: record-empty}', what: 'from when that was reached'},
	automation: {
		example: '{automation: nlb-failover, is: paused}',
		what: 'while it is `paused`, or `running`',
	},
	done: {
		example: '{done: gate dwfm}',
		what: 'from when an order of the player’s that begins so took effect; with `while: ...`, in a second in which that was so',
	},
	given: {
		example: '{given: restart}',
		what: 'from when one was given, refused or not; `while` as above',
	},
	updates: {example: '{updates: 3}', what: 'from the third status update on'},
	suspected: {
		example: '{suspected: dns-records}',
		what: 'while that is what the player says they suspect',
	},
	at: {example: "{at: '10:15'}", what: 'from that second on'},
	all: {example: '{all: [..., ...]}', what: 'while all of them are'},
	any: {example: '{any: [..., ...]}', what: 'while one of them is'},
	not: {example: '{not: ...}', what: 'while it is not'},
	holds: {
		example: '{holds: ..., minutes: 3}',
		what: 'when it has been so for three minutes without a break',
	},
	first: {
		example: '{first: ..., then: ...}',
		what: 'from when the first came true, if the other never had',
	},
};
