import {DOCS} from './docs-pages.ts';

/** What is typed after the name of the program, or of the command, and what that does; lines as they are shown. */
type Row = readonly [typed: string, ...does: readonly string[]];

export type Command = {
	/** Each way to call it, its own name first. */
	readonly forms: readonly Row[];
	/** Its options, with what stands for their values: `won|lost` is a choice, `FILE`, `LEVEL` and such a kind. */
	readonly options: readonly Row[];
	/** Another command, whose options it takes. */
	readonly as?: string;
};

const LEVEL_OF: Row = ['--level PATH', "the level, if it is not one of the game's"];
const WHO: Row = [
	'--as NAME, --team TEAM',
	'who plays: kept beside the run and not in it; see cohort and forget',
];
const LOOKS: Row = [
	'--theme THEME, --graphs GRAPHS, --length LENGTH, --no-animation, --screen-reader',
	'for this run only, over your settings',
];

/** Every command of the program: its help, its completion and its manual page are made of this. */
export const COMMANDS = {
	play: {
		forms: [
			['', 'play, or resume the run you left'],
			['play [LEVEL]', 'the same, for a level'],
		],
		options: [
			['--seed S', 'another seed, in a new run'],
			[
				'--set PART.NAME=N, --switch SWITCH',
				'play sandbox: a model parameter, a fix in place; see model-card',
			],
			['--saves DIR', 'where journals are kept'],
			['--daily', "today's seed, the same for everybody"],
			['--new', 'start over without asking'],
			WHO,
			LOOKS,
			['--plain', 'line by line, for screen readers and pipes; the default without a terminal'],
			['--protocol', `as JSON lines, for programs: see ${DOCS}/protocol.md`],
			['--continue', 'line by line, resuming the run you left without asking'],
		],
	},
	daily: {
		forms: [
			[
				'daily [LEVEL]',
				"today's level with today's seed, the same for everybody; or that level with it",
			],
		],
		options: [],
		as: 'play',
	},
	run: {
		forms: [['run LEVEL', 'a run without a screen']],
		options: [
			['--seed S', "or the next one that produces the level's story, as for play"],
			['--seed-as-is', 'exactly that seed, for research'],
			[
				'--orders FILE',
				'a timeline: "HH:MM:SS command" in PDT, "06:48 UTC command", dates, am and pm, tables;',
				'# for comments; - is standard input',
			],
			['--tz PDT|UTC', 'the time zone of times that name none'],
			['--expect won|lost', 'exit code 1 if the run ends otherwise'],
			['--player PLAYER', "instead of a file: one of the level's scripted players, see levels"],
			[
				'--switch SWITCH, --set PART.NAME=N',
				'a fix named since the event, a model parameter, see model-card;',
				'may be repeated',
			],
			['--until HH:MM', 'stop there'],
			['--saves DIR', 'keep the journal there'],
			WHO,
			['--json', 'one JSON object and nothing else'],
		],
	},
	replay: {
		forms: [['replay FILE', 'watch a journal: play, seek, jump, take over']],
		options: [
			['--seat SEAT', 'as one seat of a team saw it', '(twice: two of them side by side)'],
			['--verify', 'exit 1 at the first difference, with its tick and subsystem'],
			['--json', 'the object that run prints, with "verified"'],
			['--asciicast OUT, --size 120x36, --speed 60', 'a recording of it that asciinema plays'],
			LOOKS,
			['--salvage OUT', 'what precedes the damage in a damaged journal, as a new journal'],
			['--saves DIR', 'where a run that you take over is kept'],
			LEVEL_OF,
		],
	},
	score: {
		forms: [['score FILE', 're-simulate a journal and score the run, axis by axis']],
		options: [
			['--json', 'as one JSON object'],
			['--card', 'five lines to share, without spoilers'],
			LEVEL_OF,
		],
	},
	share: {
		forms: [['share FILE', 'a run as a link, once re-simulating it confirms its result']],
		options: [
			['--base URL', "the page to open it in; without it, only the part after the page's address"],
			['--qr', 'a QR code as well, for a phone'],
			['--json', 'as one JSON object'],
			LEVEL_OF,
		],
	},
	debrief: {
		forms: [
			['debrief FILE', 'what mattered in a run, found by re-simulating it with one thing changed'],
		],
		options: [
			[
				'--html OUT',
				'a page for any browser, phone or printer, with the console at each minute in it',
			],
			['--finding N', 'the commands of one finding, as a file for run --orders'],
			['--plain', 'the main page and the timeline in sentences, without columns or charts'],
			['--json', 'the same as one JSON object'],
			LEVEL_OF,
		],
	},
	compare: {
		forms: [
			[
				'compare FILE FILE...',
				'runs of one level and seed side by side: how they ended, the same facts, who was told',
			],
		],
		options: [['--html OUT', 'as a page'], ['--json', 'as one JSON object'], LEVEL_OF],
	},
	review: {
		forms: [
			['review', 'your most costly decisions and when they come up again: after 1, 3, 7, 16 days'],
			['review start', 'review those that are due, about a minute each'],
			['review rebuild', 'find them again in the journals'],
		],
		options: [
			['--saves DIR', 'where journals are kept'],
			['--date YYYY-MM-DD', 'as of that day'],
			['--json', 'the list as one JSON object'],
			LOOKS,
		],
	},
	rank: {
		forms: [
			[
				'rank FILE',
				'rank what could be done at the decisions of a run, and see how a panel ranks it',
			],
		],
		options: [
			['--panel PANEL.YAML', "people who ranked it, in place of the level's scripted players"],
			['--json', 'the decisions and the panel as one JSON object; nobody is asked'],
			LEVEL_OF,
		],
	},
	orders: {
		forms: [['orders [VERB]', 'every command an operator has, with examples']],
		options: [['--json', 'as one JSON object']],
	},
	'model-card': {
		forms: [['model-card', 'every number of the model, its unit and source; every switch']],
		options: [['--json', 'as one JSON object']],
	},
	levels: {
		forms: [['levels [LEVEL]', 'what can be played, what each teaches, your best']],
		options: [
			['--json', 'as one JSON object'],
			['--saves DIR', 'where journals are kept'],
		],
	},
	'levels check': {
		forms: [['levels check [PATH]', 'check that a level is well-formed and teaches its lesson']],
		options: [
			['--seeds N', 'with that many seeds, at most 1000; runs that are known are not lived again'],
			['--nats URL', 'on the workers of a cluster, not in threads'],
			['--json', 'as one JSON object'],
		],
	},
	'levels new': {
		forms: [['levels new NAME', 'a level of your own to start from']],
		options: [['--in DIR', 'the folder it is put into']],
	},
	records: {
		forms: [
			['records', 'your best runs of each level; people and programs, timed and untimed apart'],
		],
		options: [
			['--rebuild', 'from the journals alone, each re-simulated, however long it takes'],
			['--json', 'as one JSON object'],
			['--saves DIR', 'where journals are kept'],
		],
	},
	cohort: {
		forms: [['cohort', `who has learned what, by name and team: see ${DOCS}/cohort.md`]],
		options: [
			['--html OUT', 'as a page for whoever trains them'],
			['--csv', 'one row a run, for a spreadsheet'],
			['--json', 'as one JSON object'],
			['--rebuild', 'from the journals alone, each re-simulated'],
			['--saves DIR', 'where journals are kept'],
		],
	},
	curriculum: {
		forms: [['curriculum [WHOM]', 'levels in order, and why: on-call, commander, two-hours']],
		options: [
			['--json', 'as one JSON object'],
			['--saves DIR', 'where journals are kept'],
		],
	},
	profile: {
		forms: [
			[
				'profile',
				'how you fare axis by axis, how well you know what you know, and what to play next',
			],
		],
		options: [
			['--as NAME', 'of the runs with that name only'],
			['--json', 'as one JSON object'],
			['--rebuild', 'from the journals alone, each re-simulated'],
			['--saves DIR', 'where journals are kept'],
		],
	},
	evidence: {
		forms: [
			['evidence FILE', 'a sheet on an exercise, for files after ISO 22398 and NIST SP 800-84'],
		],
		options: [
			['--html OUT', 'as a page, to print and sign'],
			['--json', 'as one JSON object'],
			LEVEL_OF,
		],
	},
	forget: {
		forms: [
			['forget NAME', 'take a name out of all runs that are kept; the runs stay what they are'],
		],
		options: [['--saves DIR', 'where journals are kept']],
	},
	sign: {
		forms: [['sign FILE', 'vouch for a run that ended, once re-simulating it confirms its result']],
		options: [['--as host', 'as the one in whose room it was played'], LEVEL_OF],
	},
	key: {
		forms: [
			['key', 'the key you sign with, and those of others that you know'],
			['key new [NAME]', 'make one; it is kept with your state, readable only by you'],
			['key trust NAME KEY', "trust another's"],
			['key forget NAME', 'stop trusting it'],
		],
		options: [['--json', 'the list as one JSON object']],
	},
	settings: {
		forms: [
			[
				'settings [NAME [VALUE]]',
				'show the settings and their choices, or set one;',
				'keys.pause p,ctrl-p moves a key, default moves it back',
			],
		],
		options: [['--json', 'as one JSON object']],
	},
	web: {
		forms: [
			['web', 'the same game as a page, for browsers on this machine; runs stay in the browser'],
		],
		options: [
			['--port N', 'another port, 0 for any that is free'],
			['--open', 'and open a browser on it'],
		],
	},
	host: {
		forms: [
			[
				'host [LEVEL]',
				'one night for a whole team: prints what each joins with, in a terminal or a browser,',
				'and a board for everybody to see; ctrl-c closes the room',
			],
		],
		options: [
			['--seed S, --saves DIR', 'as for play'],
			['--team TEAM', 'which team plays: kept beside the run and not in it'],
			['--plan FILE', 'what is injected, and when: a plan of the session'],
			[
				'--players N, --fog thin',
				'how many seats, default 2; thin fog shows each the state of what it depends on',
			],
			[
				'--port P, --listen ADDR',
				'another port, 0 for any that is free; an address that others can reach',
			],
			['--cert FILE, --key FILE', 'with TLS, so that nobody on the network reads along'],
			[
				'--delay SECONDS',
				'how late observers see the room, default 120; the board shows it at once',
			],
			['--continue [FILE]', 'resume the room you left, everybody in their seat; or that one'],
		],
	},
	serve: {
		forms: [
			[
				'serve',
				'many rooms at once, opened from a page; what is open goes on when it is started again:',
				`see ${DOCS}/deploy.md`,
			],
		],
		options: [
			['--port P, --listen ADDR, --cert FILE, --key FILE, --delay SECONDS', 'as for host'],
			[
				'--url URL',
				'where others reach it through a proxy, which says who they are in X-Forwarded-For',
			],
			[
				'--rooms N, --per-address N',
				'so many rooms at most, default 50; of one address, default 8',
			],
			['--saves DIR', 'where journals are kept'],
			[
				'--nats URL[,URL...]',
				'rooms kept on a cluster, beside other servers, in place of a folder',
			],
		],
	},
	join: {
		forms: [['join URL', 'take a seat in a room; the link for a browser works as well']],
		options: [
			['--name N, --role R', 'who you are; the seat you would like'],
			['--watch', 'read-only, whatever the code allows'],
			['--plain', 'by lines'],
		],
	},
	watch: {
		forms: [['watch URL', 'the same as join --watch']],
		options: [],
		as: 'join',
	},
	mcp: {
		forms: [
			['mcp', `a server of tools by standard input and output, for programs: see ${DOCS}/mcp.md`],
		],
		options: [['--saves DIR', 'where journals are kept'], WHO],
	},
	evaluate: {
		forms: [
			['evaluate', `play a program through many nights and score it: see ${DOCS}/benchmark.md`],
		],
		options: [
			['--agent CMD', 'the program, and what it is started with; it speaks the protocol'],
			['--levels A,B', 'the levels, by name or rung'],
			['--seeds N', 'so many nights of each, default 10'],
			['--answer-seconds S', 'how long it may think before each request, default 60'],
			['--jobs N', 'so many nights at a time, default 1'],
			['--results DIR', 'where nights are kept; those that are there are not played again'],
			['--json', 'as one JSON object'],
		],
	},
	worker: {
		forms: [
			[
				'worker',
				`do the jobs of a cluster, as levels check --nats asks for them: see ${DOCS}/deploy.md`,
			],
		],
		options: [
			['--nats URL', 'the cluster: nats://HOST:PORT, several with commas'],
			['--threads N', 'so many jobs at a time, default one a core'],
		],
	},
	completion: {
		forms: [
			[
				'completion SHELL',
				'what bash, zsh or fish need to complete all of this: in bash',
				'source <(outage-oncall completion bash)',
			],
		],
		options: [],
	},
	man: {
		forms: [['man', 'the same as a manual page: outage-oncall man | man -l -']],
		options: [],
	},
	help: {forms: [['help [COMMAND]', 'this, or what belongs to one command']], options: []},
} as const satisfies Readonly<Record<string, Command>>;

type CommandName = keyof typeof COMMANDS;

/** What may be typed first. */
export type FirstWord = Exclude<CommandName, `${string} ${string}`>;
export const FIRST_WORDS = Object.keys(COMMANDS).filter(isFirstWord);

function isFirstWord(name: string): name is FirstWord {
	return !name.includes(' ');
}

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** A command by its name. */
export function commandNamed(name: string): Command | undefined {
	return Object.entries<Command>(COMMANDS).find(([each]) => each === name)?.[1];
}

/** What holds for all of them. */
export const NOTES = [
	'LEVEL is the name of a level, or the path of a folder with a level.yaml.',
	"FILE is the journal of a run, the page of its debrief, - for standard input, or a link in quotes: '#run=...'",
	`Pages on all of it: ${DOCS.replace('/blob/', '/tree/')}`,
	'Exit codes: 0 done, 1 the answer is no, 2 bad input, 130 interrupted.',
] as const;

export type Flag = {
	readonly name: string;
	readonly value: string | undefined;
	readonly does: string;
};

/** The options of a command one by one: `--port N, --open` are two. */
export function flagsOf({options, as}: Command): readonly Flag[] {
	const like = as === undefined ? undefined : commandNamed(as);
	if (like !== undefined) return flagsOf(like);
	return options.flatMap(([typed, ...does]) =>
		[...typed.matchAll(/--([a-z-]+)(?: ([^\s,]+))?/gu)].map(([, name = '', value]) => ({
			name,
			value,
			does: does.join(' '),
		})),
	);
}
