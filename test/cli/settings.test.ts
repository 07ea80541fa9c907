import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {outage} from './outage.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'));
const settings = (...words: readonly string[]) =>
	outage(['settings', ...words], '', {XDG_CONFIG_HOME: folder});

afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

describe('settings', () => {
	test('are listed with what they do', () => {
		const {code, out} = settings();
		expect(code).toBe(0);
		expect(out).toMatch(/^theme +auto +the colours/mu);
		expect(out).toMatch(/^screen-reader +off +/mu);
	});

	test('are set, kept, and shown', () => {
		expect(settings('theme', 'tritanopia')).toMatchObject({code: 0, err: ''});
		expect(settings('screen-reader', 'ON')).toMatchObject({code: 0, err: ''});
		expect(settings('theme').out).toBe(
			'theme is tritanopia: the colours, auto by the background; every one of them also has a word or a mark\n' +
				'one of auto, dark, light, high-contrast, deuteranopia, tritanopia, mono\n',
		);
		expect(settings().out).toMatch(/^screen-reader +on +/mu);
	});

	test.each([
		[['theme', 'pink'], /^theme is auto, dark, light, .* or mono, not “pink”\.$/u],
		[['them'], /^“them” is not a setting; .* Did you mean “theme”\?$/u],
		[['theme', 'mono', 'x'], /^“x” is one word too many\.$/u],
	])('%j is refused with what was expected', (words, sentence) => {
		const {code, out, err} = settings(...words);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err.trim()).toMatch(sentence);
	});

	test('move keys, where the keymap allows it', () => {
		expect(settings('keys.pause', 'space,ctrl-p')).toMatchObject({
			code: 0,
			out: 'keys.pause is space, ctrl-p\n',
		});
		expect(settings().out).toContain('keys.pause  space, ctrl-p');
		expect(settings('keys.pause', 'n')).toMatchObject({code: 2, err: expect.stringContaining('n')});
		expect(settings('keys.pause', 'default')).toMatchObject({code: 0});
		expect(settings().out).not.toContain('keys.');
		expect(settings('keys.paus', 'x').err).toBe(
			'“keys.paus” is no key to move. Did you mean “keys.pause”?\n',
		);
	});

	test('a folder that cannot be written is told in a sentence', () => {
		const file = path.join(folder, 'file');
		fs.writeFileSync(file, '');
		const said = outage(['settings', 'theme', 'mono'], '', {XDG_CONFIG_HOME: file});
		expect(said).toMatchObject({code: 2, out: ''});
		expect(said.err).toMatch(/^The settings could not be written: /u);
	});

	test('that are damaged are told of when asked for, kept aside when set, and set all the same', () => {
		const home = fs.mkdtempSync(path.join(folder, 'damaged-'));
		const own = (...words: readonly string[]) =>
			outage(['settings', ...words], '', {XDG_CONFIG_HOME: home});
		own('theme', 'mono');
		const [file = ''] = fs
			.readdirSync(home, {recursive: true, encoding: 'utf8'})
			.filter(name => name.endsWith('config.json'));
		fs.writeFileSync(path.join(home, file), '{"settings": {');
		expect(own()).toMatchObject({code: 0, err: expect.stringContaining('cannot be read')});
		expect(own('theme', 'tritanopia')).toMatchObject({
			code: 0,
			out: expect.stringMatching(/^theme is tritanopia/u),
			err: expect.stringMatching(/^The settings were damaged and are kept as /u),
		});
		expect(own('theme')).toMatchObject({out: expect.stringMatching(/^theme is tri/u), err: ''});
	});

	test('on the command line they are checked before anything begins', () => {
		expect(outage(['play', '--theme', 'pink'])).toMatchObject({
			code: 2,
			err: expect.stringMatching(/^--theme is auto, /u),
		});
	});
});
