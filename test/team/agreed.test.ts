import {describe, expect, test} from 'vitest';
import {debriefText} from '../../src/view/index.ts';
import {aDebrief} from '../support/debrief.builder.ts';
import {told, type Line} from './told-team.ts';

describe('a team is told', () => {
	const textOf = (...asked: Parameters<typeof told>) =>
		debriefText(aDebrief(), told(...asked)).replaceAll(/\s+/gu, ' ');

	test('what was given without the read-back that its level asks for', () => {
		const order = 'unconfirmed gate dwfm 4';
		const asked: readonly Line[] = [
			[100, 'dns', 'request gate dwfm 4 of ec2'],
			[400, 'ec2', order],
		];
		const team = told(asked, {readBack: 'all'});
		expect(team.unconfirmed).toEqual([{at: 400, by: 'ec2', words: 'gate dwfm 4'}]);
		expect(textOf(asked, {readBack: 'all'})).toContain('“gate dwfm 4” was run without its');
	});

	test('from when a lead was not heard, and when one was again', () => {
		const asked: Line = [200, 'dns', 'ask dwfm.queued of commander'];
		const silent = {pace: 1, until: 900};
		const [unled, ...more] = told([asked], silent).unled;
		expect([unled?.ledAt, more]).toEqual([null, []]);
		const again = told([asked, [700, 'dns', 'lead']], silent).unled;
		expect(again).toEqual([{at: unled?.at, ledAt: 700}]);
		const heard = [210, 440, 670].map((at): Line => [at, 'commander', 'tell all I look']);
		expect(told([asked, ...heard], silent).unled).toEqual([]);
		expect(textOf([asked], silent)).toContain('something waited for the lead');
	});

	test('its timeline as it was kept, in the order of the night', () => {
		const lines: readonly Line[] = [
			[200, 'commander', 'page ec2'],
			[210, 'dns', 'tell all we roll back'],
			[220, 'dns', 'request page dynamodb of commander'],
			[230, 'commander', 'tag 1 decision'],
			[231, 'commander', 'star order 1'],
			[232, 'commander', 'tag request 1 owed'],
		];
		expect(told(lines).timeline.map(({words, star, tag}) => [words, star, tag])).toEqual([
			['dns: we roll back', false, 'decision'],
			['commander: page ec2', true, ''],
			['dns asks commander: page dynamodb', false, 'owed'],
		]);
		const text = textOf(lines);
		expect(text.indexOf('page ec2')).toBeLessThan(text.indexOf('dns: we roll back'));
		expect(text).toContain('The timeline as it was kept'.toUpperCase());
	});

	test('that somebody who writes was answered, beside words to all', () => {
		const later = {until: 3_600, pace: 4};
		const waited = (lines: readonly Line[]) =>
			told(lines, later).notify.find(({audience}) => audience === 'the executive');
		const before = waited([]);
		expect(before?.at).toBeNull();
		const at = (before?.from ?? 0) + 60;
		expect(waited([[at, 'comms', 'reply executive looking']])?.at).toBe(at);
	});

	test('nothing of what is said of the room, or aside', () => {
		const words = told([[200, 'dns', 'tell all dns.answers.regional']]);
		const aside = told([
			[200, 'dns', 'tell all dns.answers.regional'],
			[300, 'dns', 'tell room it is loud here'],
			[310, 'dns', 'aside I am lost'],
		]);
		expect({...aside, load: null}).toEqual({...words, load: null});
	});
});
