import tseslint from 'typescript-eslint';

const TESTS = ['test/**/*.{ts,tsx}', 'src/**/*.test.{ts,tsx}'];

const TAKE_THE_TICK = 'Take the tick from the world.';
const PLAN_IT = 'Plan it on the agenda.';
const SYNCHRONOUS = 'The core is synchronous.';
const FROM_THE_SHELL = 'Pass it in from the shell.';
const NO_INPUT = 'The core does no input or output.';
const NOT_EXACT = 'Not the same on every engine: src/sim/kernel/logarithm.ts has exp and ln.';

/** Names that would let time, chance, the machine or the locale into the core. */
const BANNED_GLOBALS = {
	Date: TAKE_THE_TICK,
	performance: TAKE_THE_TICK,
	setTimeout: PLAN_IT,
	setInterval: PLAN_IT,
	setImmediate: PLAN_IT,
	clearTimeout: PLAN_IT,
	clearInterval: PLAN_IT,
	clearImmediate: PLAN_IT,
	queueMicrotask: SYNCHRONOUS,
	Promise: SYNCHRONOUS,
	process: FROM_THE_SHELL,
	globalThis: FROM_THE_SHELL,
	navigator: FROM_THE_SHELL,
	Intl: 'Depends on the ICU build: format by hand.',
	crypto: 'Ask for random numbers: src/sim/kernel/random-streams.ts.',
	Buffer: 'Use a typed array.',
	fetch: NO_INPUT,
	WebSocket: NO_INPUT,
	console: 'Say a fact, or return it.',
	WeakRef: 'Depends on the garbage collector.',
	FinalizationRegistry: 'Depends on the garbage collector.',
};

const INEXACT = [
	...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'hypot', 'cbrt'],
	...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
	...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];

const LOCALE = ['toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'localeCompare'];

const BANNED_PROPERTIES = [
	{
		object: 'Math',
		property: 'random',
		message: 'Ask for random numbers: src/sim/kernel/random-streams.ts.',
	},
	...INEXACT.map(property => ({object: 'Math', property, message: NOT_EXACT})),
	...LOCALE.map(property => ({property, message: 'Depends on the locale: compare with < and >.'})),
];

const BANNED_SYNTAX = [
	{selector: 'ForInStatement', message: 'Iterate an array.'},
	{selector: 'AwaitExpression', message: SYNCHRONOUS},
	{selector: 'ForOfStatement[await=true]', message: SYNCHRONOUS},
	{selector: ':function[async=true]', message: SYNCHRONOUS},
	{selector: 'ImportExpression', message: SYNCHRONOUS},
	{selector: 'BinaryExpression[operator="**"]', message: NOT_EXACT},
	{selector: 'AssignmentExpression[operator="**="]', message: NOT_EXACT},
];

export default tseslint.config(
	{ignores: ['dist/', 'release/', '.nodes/', 'node_modules/']},
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{considerDefaultExhaustiveForUnions: true}, // A written default is a decision.
			],
			'@typescript-eslint/no-non-null-assertion': 'off', // Allowed in the Region and in tests; see below.
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true},
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'TSEnumDeclaration',
					message: 'A union of literals reads the same and runs as it stands.',
				},
			],
			'@typescript-eslint/no-dynamic-delete': 'off', // Filling a saved state removes what it lacks.
			eqeqeq: 'error',
			'no-console': 'error',
		},
	},
	{
		// The tools have their schemas from the protocol: what the newer server adds is three times the code, and not used.
		files: ['src/cli/mcp.ts'],
		rules: {
			'@typescript-eslint/no-deprecated': [
				'error',
				{allow: [{from: 'package', name: 'Server', package: '@modelcontextprotocol/sdk'}]},
			],
		},
	},
	{
		files: ['src/**/*.{ts,tsx}'],
		ignores: TESTS,
		rules: {
			'max-lines-per-function': ['error', {max: 70, skipComments: true, skipBlankLines: true}],
		},
	},
	{
		// Outside the hot loops of the Region, what an index holds is asked for (valueAt) or may be missing.
		files: ['src/**/*.{ts,tsx}'],
		ignores: [...TESTS, 'src/sim/**'],
		rules: {'@typescript-eslint/no-non-null-assertion': 'error'},
	},
	{
		// The core: pure, synchronous, the same on every machine.
		files: ['src/{sim,observe,level,session,view}/**/*.ts'],
		ignores: TESTS,
		rules: {
			'no-restricted-globals': [
				'error',
				...Object.entries(BANNED_GLOBALS).map(([name, message]) => ({name, message})),
			],
			'no-restricted-properties': ['error', ...BANNED_PROPERTIES],
			'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
		},
	},
	{
		// The one file that runs charts speaks XState's widest types, and those are made of any.
		files: ['src/sim/kernel/mode.ts'],
		rules: {'@typescript-eslint/no-unsafe-argument': 'off'},
	},
	{
		// A chart says which modes there are. Running one is src/sim/kernel/mode.ts's business alone.
		files: ['src/sim/**/*.machine.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'xstate',
							allowImportNames: ['setup'],
							allowTypeImports: true,
							message: 'A chart needs only setup.',
						},
					],
				},
			],
		},
	},
	{
		files: TESTS,
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and friends are any.
			'no-console': 'off',
		},
	},
	{
		files: ['**/*.mjs'],
		extends: [tseslint.configs.base],
		rules: {eqeqeq: 'error', 'no-undef': 'error'},
		languageOptions: {globals: {process: 'readonly', URL: 'readonly'}},
	},
);
