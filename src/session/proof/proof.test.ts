import {describe, expect, test} from 'vitest';
import {levelOf} from '../../../test/support/level.builder.ts';
import {proofOf} from './proof.ts';
import {tryLevel, type Trial} from './try-level.ts';

function aLevel(atLimit: 'won' | 'lost') {
	return levelOf(`format: 1
id: short
title: Short
summary: A quarter of an hour.
start: '23:40'
limit: '23:55'
seed: 1
faults: []
switches: []
parameters: {}
goals:
  win: {done: declare sev-1}
  why: It is declared.
  lose: [{when: {given: post}, why: Nothing was to be posted.}]
  atLimit: ${atLimit}
tasks: [{id: declared, what: declared, met: {done: declare}}]
`);
}

function trialsOf(atLimit: 'won' | 'lost', scripts: Record<string, string>): readonly Trial[] {
	return Object.entries(scripts).map(([player, words]) => {
		const orders = words === '' ? [] : [{at: 60, words}];
		return tryLevel(aLevel(atLimit), player, {orders, rules: []}, 'one');
	});
}

const GOOD = {
	silent: '',
	textbook: 'declare sev-1',
	reckless: 'post It is over.',
	'all-but-the-lesson': 'page ec2',
};

function failing(atLimit: 'won' | 'lost', scripts: Record<string, string>): readonly string[] {
	const {claims} = proofOf(aLevel(atLimit), trialsOf(atLimit, scripts));
	return claims.filter(({holds}) => !holds).map(({what}) => what);
}

test('a level that teaches is proven, with the rates of its players', () => {
	const proof = proofOf(aLevel('lost'), trialsOf('lost', GOOD));
	expect(proof.proven).toBe(true);
	expect(proof.rates.map(({player, won, runs}) => [player, won, runs])).toEqual([
		['silent', 0, 1],
		['textbook', 1, 1],
		['reckless', 0, 1],
		['all-but-the-lesson', 0, 1],
	]);
});

describe('a level is not proven', () => {
	test.each([
		[
			'that cannot be won',
			{...GOOD, textbook: 'page ec2'},
			['textbook wins', 'task declared can be met'],
		],
		[
			'that is won without its lesson',
			{...GOOD, 'all-but-the-lesson': 'declare sev-1'},
			['all-but-the-lesson loses'],
		],
		[
			'whose players are missing',
			{silent: '', textbook: 'declare sev-1'},
			['all-but-the-lesson loses'],
		],
		[
			'whose task nobody misses',
			{textbook: 'declare sev-1'},
			['silent loses', 'all-but-the-lesson loses', 'task declared can be missed'],
		],
	])('%s', (_, scripts, claims) => {
		expect(failing('lost', scripts)).toEqual(claims);
	});

	test('where waiting wins and meddling does too', () => {
		const quiet = {...GOOD, 'all-but-the-lesson': 'post It is over.'};
		expect(failing('won', quiet)).toEqual([]);
		expect(failing('won', {...quiet, reckless: 'page ec2'})).toEqual(['reckless loses']);
	});
});

test('somebody who presses any key breaks nothing, and the same keys under the same seed', () => {
	const play = (seed: string) => tryLevel(aLevel('lost'), 'random', null, seed);
	for (const seed of ['a', 'b', 'c']) expect(play(seed).fault).toBeNull();
	expect(play('a')).toEqual(play('a'));
});
