// Who imports whom, as data. ARCHITECTURE.md draws the same table; test/architecture/ plants a violation
// of each rule and sees it caught.

/** A layer, and the layers of ours that it may import. Shell layers may do I/O; core layers are pure. */
const LAYERS = [
	['sim', []],
	['observe', ['sim']],
	['level', ['sim']],
	['session', ['sim', 'observe', 'level']],
	['team', ['session', 'observe']],
	['view', ['session', 'observe']],
	['play', ['view', 'session', 'level']],
	['tui', ['view', 'play']],
	['web', ['view', 'session', 'level', 'play', 'team']],
	['saves', ['session', 'level', 'play']],
	['host', ['team', 'session', 'level', 'observe', 'saves', 'play']],
	['jobs', ['saves']],
	['nats', ['jobs', 'play', 'saves', 'host']],
	[
		'cli',
		['observe', 'level', 'session', 'view', 'play', 'tui', 'saves', 'team', 'host', 'jobs', 'nats'],
	],
];

/** The npm packages that a core layer may use. Each is pure when used as we use it. */
const PACKAGES = [
	['sim', ['xstate', 'seedrandom']],
	['observe', []],
	['level', ['zod', 'yaml']],
	['session', ['zod', 'fflate']],
	['team', ['zod']], // What comes over a wire comes from outside.
	['view', ['zod']], // What programs ask by protocol comes from outside.
];

const TEST_FILE = '\\.test\\.tsx?$';
const CORE = `^src/(${PACKAGES.map(([layer]) => layer).join('|')})/`;
const ANY_PACKAGE = '(^|/)node_modules/';

const packages = names => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

const layerRules = LAYERS.map(([layer, allowed]) => ({
	name: `${layer}-imports-only-below`,
	severity: 'error',
	comment: `src/${layer} may import ${allowed.join(', ') || 'nothing else of ours'}; types count.`,
	from: {path: `^src/${layer}/`, pathNot: TEST_FILE},
	to: {path: '^src/', pathNot: [layer, ...allowed].map(name => `^src/${name}/`)},
}));

const packageRules = PACKAGES.map(([layer, allowed]) => ({
	name: `${layer}-uses-named-packages`,
	severity: 'error',
	comment: `src/${layer} may use ${allowed.join(', ') || 'no package'}: what is not named is not pure.`,
	from: {path: `^src/${layer}/`, pathNot: TEST_FILE},
	to: {path: ANY_PACKAGE, ...(allowed.length === 0 ? {} : {pathNot: packages(allowed)})},
}));

export default {
	forbidden: [
		...layerRules,
		...packageRules,
		{
			name: 'no-circular',
			severity: 'error',
			comment: 'Two files that need each other are one idea, or a third file is missing.',
			from: {},
			to: {circular: true},
		},
		{
			name: 'subsystems-do-not-know-each-other',
			severity: 'error',
			comment:
				'A subsystem imports the kernel only. What it needs from another, the world hands to it.',
			from: {path: '^src/sim/([^/]+)/', pathNot: TEST_FILE},
			to: {path: '^src/', pathNot: ['^src/sim/$1/', '^src/sim/kernel/']},
		},
		{
			name: 'through-the-door',
			severity: 'error',
			comment: 'Another folder is imported through its index.ts.',
			from: {path: '^src/([^/]+)/', pathNot: TEST_FILE},
			to: {path: '^src/', pathNot: ['^src/$1/', '/index\\.tsx?$']},
		},
		{
			name: 'through-the-subsystem-door',
			severity: 'error',
			comment: 'Inside the simulation too, a folder is imported through its index.ts.',
			from: {path: '^src/sim/[^/]+\\.ts$', pathNot: TEST_FILE},
			to: {path: '^src/sim/[^/]+/', pathNot: '^src/sim/[^/]+/index\\.ts$'},
		},
		{
			name: 'through-the-kernel-door',
			severity: 'error',
			comment: 'A subsystem imports the kernel through its index.ts.',
			from: {path: '^src/sim/[^/]+/', pathNot: [TEST_FILE, '^src/sim/kernel/']},
			to: {path: '^src/sim/kernel/', pathNot: '^src/sim/kernel/index\\.ts$'},
		},
		{
			name: 'pure-core',
			severity: 'error',
			comment: 'Below the shell there is no file, clock, network or process: no module of Node.',
			from: {path: CORE, pathNot: TEST_FILE},
			to: {dependencyTypes: ['core']},
		},
		{
			name: 'no-node-where-a-browser-goes',
			severity: 'error',
			comment: 'What plays in a page is what plays in a terminal, and a page has no Node.',
			from: {path: '^src/(play|web)/', pathNot: TEST_FILE},
			to: {dependencyTypes: ['core']},
		},
		{
			name: 'saves-know-what-is-kept',
			severity: 'error',
			comment: 'The disk knows what is kept, and nothing of who plays.',
			from: {path: '^src/saves/', pathNot: TEST_FILE},
			to: {path: '^src/play/', pathNot: '^src/play/kept/'},
		},
		{
			name: 'browser-storage-in-web-only',
			severity: 'error',
			comment: 'Only a page keeps things in a browser.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/web/']},
			to: {path: packages(['idb-keyval'])},
		},
		{
			name: 'xstate-in-charts-only',
			severity: 'error',
			comment:
				'Charts are written in *.machine.ts and run in kernel/mode.ts; nothing else knows XState.',
			from: {path: '^src/', pathNot: [TEST_FILE, '\\.machine\\.ts$', '^src/sim/kernel/mode\\.ts$']},
			to: {path: packages(['xstate']), dependencyTypesNot: ['type-only']}, // A type runs nothing.
		},
		{
			name: 'seedrandom-in-random-streams-only',
			severity: 'error',
			comment: 'Random numbers are asked of kernel/random-streams.ts, by stream and moment.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/sim/kernel/random-streams\\.ts$']},
			to: {path: packages(['seedrandom'])},
		},
		{
			name: 'ink-and-react-in-the-terminal-only',
			severity: 'error',
			comment: 'Only src/tui draws, and only the command line starts it.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/tui/', '^src/cli/']},
			to: {path: packages(['ink', 'react'])},
		},
		{
			name: 'sockets-in-host-only',
			severity: 'error',
			comment: 'A room is reached through src/host, from either end.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/host/']},
			to: {path: packages(['ws'])},
		},
		{
			name: 'cluster-in-nats-only',
			severity: 'error',
			comment: 'Whoever wants the cluster asks src/nats, which is loaded when it is asked for.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/nats/']},
			to: {path: packages(['@nats-io'])},
		},
		{
			name: 'conf-in-saves-only',
			severity: 'error',
			comment: 'Settings and profile have one owner, which wraps what conf gets wrong.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/saves/']},
			to: {path: packages(['conf'])},
		},
		{
			name: 'files-through-one-reader-and-writer',
			severity: 'error',
			comment:
				'What kind of file it is, its size, links, modes and faults are asked once: in src/saves/disk.',
			from: {path: '^src/', pathNot: [TEST_FILE, '^src/saves/disk/']},
			to: {path: '^(node:)?fs(/promises)?$', dependencyTypes: ['core']},
		},
		{
			name: 'program-does-not-know-its-tests',
			severity: 'error',
			comment: 'What ships imports neither a test, nor test support, nor a development package.',
			from: {path: '^src/', pathNot: TEST_FILE},
			to: {
				path: [
					'^test/',
					'^build/',
					TEST_FILE,
					packages(['vitest', 'fast-check', '@xterm', '@lydell']),
				],
			},
		},
		{
			name: 'everything-resolves',
			severity: 'error',
			comment: 'An import that cannot be resolved would slip past every other rule.',
			from: {},
			to: {couldNotResolve: true},
		},
	],
	options: {
		doNotFollow: {path: 'node_modules'},
		tsConfig: {fileName: 'tsconfig.json'},
		tsPreCompilationDeps: true, // Type-only imports count: that is how the fog of war is kept.
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
		},
	},
};
