import ts from 'typescript';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {filesBelow, ROOT} from '../support/tree.ts';

/** What a module may keep beside what it was given: by what it is kept for, never said again differently. */
const CACHES: readonly string[] = [
	'src/sim/cast.ts KNOWN', // The orders of a cast, in one table.
	'src/sim/dwfm/constants.ts known', // The setup of a run, in the shape that the inner loop reads.
	'src/sim/dwfm/scratch.ts owned', // The scratch of a run, by that shape.
	'src/sim/kernel/mode.ts runners', // A chart made ready to be asked.
	'src/sim/kernel/mode.ts snapshots', // Where a chart can stand.
];

const CHANGES =
	/^(?:push|pop|shift|unshift|splice|sort|reverse|fill|set|add|delete|clear|copyWithin)$/;

/** Names that stand at the top of a module and are written to by something in it; `let` at once. */
function writtenIn(text: string): readonly string[] {
	const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
	const written = new Set<string>();
	const own = new Set<string>();
	for (const statement of source.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		const isLet = (statement.declarationList.flags & ts.NodeFlags.Const) === 0;
		for (const {name} of statement.declarationList.declarations) {
			for (const each of namesIn(name)) {
				own.add(each);
				if (isLet) written.add(each);
			}
		}
	}
	const visit = (node: ts.Node, hidden: ReadonlySet<string>): void => {
		const inner = ts.isFunctionLike(node) || ts.isBlock(node) ? namesOf(node, hidden) : hidden;
		const target = changedBy(node);
		const root = target === undefined ? undefined : rootOf(target);
		if (root !== undefined && own.has(root) && !inner.has(root)) written.add(root);
		ts.forEachChild(node, child => {
			visit(child, inner);
		});
	};
	visit(source, new Set());
	return [...written];
}

/** What a piece of code writes to: `x[0] = 1`, `x.y++`, `x.push(1)`. */
function changedBy(node: ts.Node): ts.Expression | undefined {
	if (ts.isBinaryExpression(node)) {
		const {kind} = node.operatorToken;
		const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
		return assigns ? node.left : undefined;
	}
	if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
		const {operator} = node;
		const steps =
			operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
		return steps ? node.operand : undefined;
	}
	if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
		return undefined;
	return CHANGES.test(node.expression.name.text) ? node.expression.expression : undefined;
}

function rootOf(expression: ts.Expression): string | undefined {
	let inner = expression;
	while (
		ts.isPropertyAccessExpression(inner) ||
		ts.isElementAccessExpression(inner) ||
		ts.isNonNullExpression(inner) ||
		ts.isParenthesizedExpression(inner)
	) {
		inner = inner.expression;
	}
	return ts.isIdentifier(inner) ? inner.text : undefined;
}

/** Names that a function or a block has of its own, which hide those of the module. */
function namesOf(node: ts.Node, outer: ReadonlySet<string>): ReadonlySet<string> {
	const names = new Set(outer);
	if (ts.isFunctionLike(node))
		node.parameters.forEach(({name}) => {
			for (const each of namesIn(name)) names.add(each);
		});
	if (ts.isBlock(node)) {
		for (const statement of node.statements) {
			if (!ts.isVariableStatement(statement)) continue;
			for (const {name} of statement.declarationList.declarations) {
				for (const each of namesIn(name)) names.add(each);
			}
		}
	}
	return names;
}

function namesIn(name: ts.BindingName): readonly string[] {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap(each => (ts.isOmittedExpression(each) ? [] : namesIn(each.name)));
}

test('no module of the Region keeps anything between two calls, but caches that say why', () => {
	const files = filesBelow('src/sim', /(?<!\.test)\.ts$/);
	const kept = files.flatMap(file =>
		writtenIn(readFileSync(join(ROOT, file), 'utf8')).map(name => `${file} ${name}`),
	);
	expect(kept.sort()).toEqual(CACHES);
});

test.each([
	['let count = 0;', ['count']],
	['const room = new Float64Array(3); export function f() { room[0] = 1; }', ['room']],
	['const list: number[] = []; export const f = () => list.push(1);', ['list']],
	['const one = {now: 0}; function f() { one.now++; }', ['one']],
	['const room = [0]; function f(room: number[]) { room[0] = 1; }', []],
	['const room = [0]; function f() { const room = [1]; room[0] = 1; }', []],
	['const room = [0]; export function f() { return room[0]; }', []],
])('%s', (text, written) => {
	expect(writtenIn(text)).toEqual(written);
});
