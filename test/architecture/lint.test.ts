import {ESLint, type Linter} from 'eslint';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import tseslint from 'typescript-eslint';
import {inScratch, ROOT, writeFiles} from '../support/tree.ts';

type Message = Linter.LintMessage;

const CORE = ['sim', 'observe', 'level', 'session', 'view'] as const;

/** One line for each thing that would let time, chance, the machine or the locale into the core. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
	'no-restricted-globals': [
		'Date.now()',
		'performance.now()',
		'setTimeout(() => {}, 1)',
		'setInterval(() => {}, 1)',
		'setImmediate(() => {})',
		'clearTimeout(1)',
		'clearInterval(1)',
		'clearImmediate(1)',
		'queueMicrotask(() => {})',
		'Promise.resolve(1)',
		'process.env',
		'globalThis.Date',
		'navigator.language',
		'new Intl.NumberFormat()',
		'crypto.randomUUID()',
		'Buffer.from([1])',
		'fetch("https://example.com")',
		'new WebSocket("ws://localhost")',
		'console.log(1)',
		'new WeakRef({})',
		'new FinalizationRegistry(() => {})',
	],
	'no-restricted-properties': [
		...['random', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'hypot', 'cbrt'],
		...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
		...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
	]
		.map(name => `Math.${name}(1)`)
		.concat(['(1).toLocaleString()', '"a".localeCompare("b")', '"a".toLocaleUpperCase()'])
		.concat(['"a".toLocaleLowerCase()', 'const {random} = Math']),
	'no-restricted-syntax': [
		'2 ** 0.5',
		'let x = 2; x **= 3',
		'for (const key in {}) String(key)',
		'async function later() {}',
		'const later = async () => 1',
		'import("node:fs")',
		'async function all(list: AsyncIterable<1>) { for await (const each of list) String(each); }',
		'const wait = async (x: number) => await x',
	],
};

// The fence needs no types, so planted files need not exist.
const untyped = new ESLint({
	cwd: ROOT,
	overrideConfigFile: join(ROOT, 'eslint.config.mjs'),
	overrideConfig: tseslint.configs.disableTypeChecked as never,
});

async function messages(eslint: ESLint, filePath: string, text: string): Promise<Message[]> {
	const [result] = await eslint.lintText(`${text}\n`, {filePath});
	return result?.messages ?? [];
}

async function rulesBroken(eslint: ESLint, filePath: string, text: string): Promise<string[]> {
	const found = await messages(eslint, filePath, text);
	return found.map(message => message.ruleId ?? `cannot parse: ${message.message}`);
}

describe('the fence around the core', () => {
	const cases = Object.entries(PLANTED).flatMap(([rule, lines]) =>
		lines.map(line => ({line, rule})),
	);
	const found = new Map<string, readonly Message[]>();

	beforeAll(async () => {
		const text = cases.map(({line}) => `{ ${line}; }`).join('\n');
		for (const layer of CORE) {
			found.set(layer, await messages(untyped, `src/${layer}/planted.ts`, text));
		}
	});

	test.each(cases.map((each, index) => ({...each, row: index + 1})))(
		'reports $line',
		({rule, row}) => {
			for (const layer of CORE) {
				const inRow = found.get(layer)?.filter(message => message.line === row);
				expect(inRow?.map(message => message.ruleId)).toContain(rule);
			}
		},
	);

	test('reports a function longer than a screen', async () => {
		const text = `export function long(): void {\n${'\tString(1);\n'.repeat(71)}}`;
		for (const layer of [...CORE, 'tui', 'saves', 'cli']) {
			const broken = await rulesBroken(untyped, `src/${layer}/planted.ts`, text);
			expect(broken).toEqual(['max-lines-per-function']);
		}
	});

	test('what the core may use is not reported', async () => {
		const text =
			'export const area = (r: number) => Math.sqrt(r) * Math.imul(2, 3) + Math.floor(r / 2);';
		for (const layer of CORE)
			expect(await rulesBroken(untyped, `src/${layer}/planted.ts`, text)).toEqual([]);
	});

	test('what may be missing is asked for, but for the hot loops of the Region', async () => {
		const text = 'export const first = (list: readonly number[]) => list[0]!;';
		const rule = '@typescript-eslint/no-non-null-assertion';
		for (const layer of ['observe', 'level', 'session', 'view', 'play', 'web', 'saves', 'cli'])
			expect(await rulesBroken(untyped, `src/${layer}/planted.ts`, text)).toEqual([rule]);
		expect(await rulesBroken(untyped, 'src/sim/planted.ts', text)).toEqual([]);
	});

	test('the shell and the tests may know the time', async () => {
		for (const path of ['src/cli/planted.ts', 'src/sim/planted.test.ts', 'test/planted.ts']) {
			expect(await rulesBroken(untyped, path, 'export const now = Date.now();')).toEqual([]);
		}
	});

	test('a chart may take setup from xstate, and types, and nothing else', async () => {
		const path = 'src/sim/dns/planted.machine.ts';
		const rule = '@typescript-eslint/no-restricted-imports';
		expect(
			await rulesBroken(untyped, path, `import {assign} from 'xstate'; assign({});`),
		).toContain(rule);
		expect(await rulesBroken(untyped, path, `import {setup} from 'xstate'; setup({});`)).toEqual(
			[],
		);
	});
});

describe('rules that need types', () => {
	const PROGRAM = JSON.stringify({
		extends: join(ROOT, 'tsconfig.json'),
		compilerOptions: {types: []},
		include: ['src'],
	});
	// The texts stand in for a file that exists, of a program of its own: that of the game takes half a minute.
	const PLACE = 'src/sim/kernel/planted.ts';

	test.each([
		[
			'@typescript-eslint/switch-exhaustiveness-check',
			`export function f(x: 'a' | 'b'): void { switch (x) { case 'a': String(x); } }`,
		],
		['@typescript-eslint/no-explicit-any', 'export const x: any = 1;'],
		['@typescript-eslint/no-unnecessary-condition', 'export const f = (x: string) => x ?? 1;'],
		['@typescript-eslint/restrict-template-expressions', 'export const f = (x: number) => `${x}`;'],
		[
			'@typescript-eslint/no-floating-promises',
			'declare function later(): Promise<number>; export function f(): void { later(); }',
		],
	])('%s', async (rule, text) => {
		await inScratch(async folder => {
			writeFiles(folder, {[PLACE]: text, 'tsconfig.json': PROGRAM});
			const typed = new ESLint({cwd: folder, overrideConfigFile: join(ROOT, 'eslint.config.mjs')});
			expect(await rulesBroken(typed, PLACE, text)).toContain(rule);
		});
	});
});
