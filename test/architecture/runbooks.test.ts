import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {expectedNext, ORDERS, parseOrder} from '../../src/session/index.ts';
import {filesBelow, ROOT} from '../support/tree.ts';

const VERBS = new Set(Object.values(ORDERS).map(({example}) => example.split(' ')[0]));

/** What a runbook tells its reader to type: words in backticks that begin like an order. */
function ordersIn(text: string): readonly string[] {
	return [...text.matchAll(/`([^`\n]+)`/g)]
		.map(([, code = '']) => code)
		.filter(code => VERBS.has(code.split(' ')[0]) && code !== code.toUpperCase())
		.map(code => code.replace(/\s*(<.*|NAME)$/, ''));
}

/** Whether a line is an order, or the beginning of one. */
function isUnderstood(words: string): boolean {
	return parseOrder(words).ok || expectedNext(`${words} `).length > 0;
}

describe('a runbook', () => {
	test.each(filesBelow('docs/runbooks', /\.md$/))('%s names orders that can be given', path => {
		const orders = ordersIn(readFileSync(join(ROOT, path), 'utf8'));
		expect(orders.filter(words => !isUnderstood(words))).toEqual([]);
	});

	test('with an order that nobody can give would be caught', () => {
		const orders = ordersIn('Type `show cluster` and `page dynamodb`.');
		expect(orders.filter(words => !isUnderstood(words))).toEqual(['show cluster']);
	});
});
