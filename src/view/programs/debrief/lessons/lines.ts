import type {Debrief, Loop} from '../../../../session/index.ts';
import {wrap} from '../../../screen/text.ts';
import {sentence} from '../words.ts';
import {craftLines, craftWords, judgedValue} from './alarm-craft.ts';
import {lessonsOf, type Lesson} from './index.ts';
import {feedbackWords, loopsToTell, quietLoops} from './loops.ts';
import {PROBED, probeSum, probeWords} from './probes.ts';
import {hitWords, servicesWords} from './systems-hit.ts';

const WITHHELD = 'What it can teach is held back until you have tried again.';

/** All of it in lines: what was hit, each lesson, and how the alarms were to live with. */
export function lessonLines(debrief: Debrief, width: number): readonly string[] {
	const lessons = lessonsOf(debrief);
	return [
		...titled('What was hit', hitLines(debrief, width)),
		...(debrief.withheld ? [...wrap(WITHHELD, width), ''] : []),
		...lessons.flatMap(lesson => titled(lesson.title, oneLesson(debrief, lesson, width))),
		...(debrief.probes.length === 0
			? []
			: titled(PROBED, [
					...wrap(probeSum(debrief), width),
					...debrief.probes.flatMap(probe =>
						probeWords(probe).flatMap(words => hanging(words, width)),
					),
				])),
		...titled('Alarms', [
			...craftWords(debrief).flatMap(words => wrap(words, width)),
			...craftLines(debrief, width),
		]),
	];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
	return [`-- ${title}`, ...lines, ''];
}

function hitLines(debrief: Debrief, width: number): readonly string[] {
	const {hit} = debrief.night;
	if (hit.length === 0) return ['Nothing.'];
	return [
		...hit.flatMap(each => hanging(hitWords(debrief, each), width)),
		...wrap(servicesWords(debrief), width),
	];
}

function oneLesson(debrief: Debrief, lesson: Lesson, width: number): readonly string[] {
	return [
		...wrap(lesson.idea, width),
		...lesson.here.flatMap(words => hanging(sentence(words), width)),
		...(lesson.id === 'control-loops' ? loopLines(debrief, width) : []),
		...hanging(lesson.ask, width, '? '),
		...wrap(`(read ${lesson.id})`, width),
	];
}

/** Each controller as a table in lines: what it sensed, took for true and did, and how its feedback was. */
function loopLines(debrief: Debrief, width: number): readonly string[] {
	const quiet = quietLoops(debrief);
	return [
		...loopsToTell(debrief).flatMap(loop => ['', ...loopRows(debrief, loop, width)]),
		...(quiet.length === 0 ? [] : ['', ...wrap(`Healthy throughout: ${quiet.join(', ')}.`, width)]),
	];
}

const HEAD = 11;

function loopRows(debrief: Debrief, loop: Loop, width: number): readonly string[] {
	const {name, senses, believes, does, really, came, wrong, late} = loop;
	const failed = wrong.length + late.length > 0;
	const rows: readonly (readonly [string, string])[] = [
		['sensed', senses],
		['believed', believes],
		['did', does],
		...(failed ? [['really', really] as const, ['came to', came] as const] : []),
		['feedback', feedbackWords(debrief, loop)],
	];
	return [
		name,
		...rows.flatMap(([head, text]) => {
			const [first = '', ...rest] = wrap(text, width - HEAD);
			return [`  ${head.padEnd(HEAD - 2)}${first}`, ...rest.map(line => ' '.repeat(HEAD) + line)];
		}),
	];
}

function hanging(text: string, width: number, mark = '- '): readonly string[] {
	const [first = '', ...rest] = wrap(text, width - mark.length);
	return [mark + first, ...rest.map(line => ' '.repeat(mark.length) + line)];
}

/** The same in sentences, for whoever hears it. */
export function lessonSentences(debrief: Debrief): readonly string[] {
	return [
		...debrief.night.hit.map(each => `Hit: ${sentence(hitWords(debrief, each))}`),
		...[servicesWords(debrief)].filter(words => words !== ''),
		...lessonsOf(debrief).flatMap(({id, title, idea, here, ask}) => [
			`${title}. ${idea} ${here.map(sentence).join(' ')} ${ask}`,
			...(id === 'control-loops'
				? loopsToTell(debrief).map(
						loop =>
							`${loop.name}. Sensed: ${sentence(loop.senses)} Believed: ${sentence(loop.believes)} Did: ${sentence(loop.does)} Really: ${sentence(loop.really)} Feedback: ${sentence(feedbackWords(debrief, loop))}`,
					)
				: []),
		]),
		...(debrief.probes.length === 0
			? []
			: [`${PROBED}. ${probeSum(debrief)}`, ...debrief.probes.flatMap(probeWords)]),
		`Alarms. ${craftWords(debrief).join(' ')}`,
		...debrief.alarmCraft.measures.map(
			({what, standard, value, unit, met}) =>
				`${what}: ${judgedValue(value, unit)}, ${met ? 'met' : 'not met'}; ${standard}.`,
		),
	];
}
