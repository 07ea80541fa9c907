import type {Debrief, Stretch} from '../../../../session/index.ts';
import {count, measure, whole} from '../../../say/measure.ts';
import {clockOf} from '../words.ts';
import {sustained} from './basin.ts';
import type {Lesson} from './lesson.types.ts';
import {
	hitOf,
	inMinutes,
	listed,
	loopOf,
	stretchesWords,
	stretchWords,
	totalSeconds,
} from './words.ts';

/** Each controller, what it went by, and where that was not so. */
export function controlLoops(debrief: Debrief): Lesson | null {
	const loops = debrief.night.loops;
	const wrong = loops.filter(loop => loop.wrong.length > 0);
	const late = loops.filter(loop => loop.late.length > 0);
	if (wrong.length + late.length === 0) return null;
	const [worst] = [...wrong].sort((a, b) => totalSeconds(b.wrong) - totalSeconds(a.wrong));
	const byHand = loops.filter(loop => loop.byHand.length > 0);
	return {
		id: 'control-loops',
		title: 'The night as control loops',
		idea: 'No part has to fail for a system to do harm: a controller that acts on something untrue does harm by working.',
		here: [
			`Of ${String(loops.length)} controllers ${String(wrong.length)} acted on something untrue, and ${String(late.length)} on something that came too late.`,
			...(worst === undefined
				? []
				: [
						`Longest, for ${inMinutes(totalSeconds(worst.wrong))} (${stretchesWords(debrief, worst.wrong)}): ${worst.name}. They took it ${worst.believes}; but ${worst.really}.`,
					]),
			byHand.length === 0
				? 'Nobody took any of these loops over by hand.'
				: `Taken over by hand: ${listed(byHand.map(loop => `${loop.name} from ${clockOf(debrief, loop.byHand[0]?.from ?? 0)}`))}.`,
		],
		ask: 'Which of your controllers would notice that what it senses has stopped being true?',
	};
}

/** Trigger, loop that goes on without it, and the way over the line and back. */
export function metastability(debrief: Debrief): Lesson | null {
	const found = sustained(debrief);
	if (found === null) return null;
	const {trigger, beyond, after, endedBy} = found;
	return {
		id: 'metastability',
		title: 'Metastability: the effect outlives its cause',
		idea: 'A trigger pushes a system over a line; beyond it the work of recovering keeps it from recovering. Removing the trigger is then not enough.',
		here: [
			`Trigger: droplet managers without DynamoDB, ${stretchWords(debrief, trigger)}.`,
			'Sustaining loop: what waits longer than a deadline fails, is asked again, and makes the next wait longer.',
			...(beyond === null
				? [
						'Basin: no work waited as long as its deadline, so that the effect went with its cause.',
						...(endedBy.length === 0 ? [] : [`Held back meanwhile: ${quotedWords(endedBy)}.`]),
					]
				: [
						`Basin: over the line ${stretchWords(debrief, beyond)}, in which the oldest work waited up to ${inMinutes(found.oldestSeconds)}.`,
						after > 300
							? `Of that, ${inMinutes(after)} were after the trigger had gone: nothing that was merely normal ended it.`
							: 'It was back across the line as soon as the trigger had gone.',
						...(found.isOver ? [] : ['It had not come back when the run ended.']),
						...(found.isOver && endedBy.length > 0
							? [`Before it came back: ${quotedWords(endedBy)}.`]
							: []),
					]),
		],
		ask: 'What in your systems works hardest when it gets least done?',
	};
}

function quotedWords(words: readonly string[]): string {
	return listed(words.map(each => `“${each}”`));
}

/** What was already broken while all was well. */
export function alwaysDegraded(debrief: Debrief): Lesson | null {
	const {at, leasesBroken, leases, alarms, slowestApplySeconds} = debrief.night.before;
	if (debrief.night.hit.length === 0) return null;
	return {
		id: 'always-degraded',
		title: 'Always degraded: what was broken while everything looked healthy',
		idea: 'Complex systems run with faults in them all the time, and around them. A good night is not one without faults.',
		here: [
			`At ${clockOf(debrief, at)}, in the last minute before a customer felt anything, ${whole(leasesBroken)} of ${whole(leases)} leases were broken, ${count(alarms, 'alarm')} stood, and the slowest Enactor had been on one plan for ${measure(slowestApplySeconds, 'seconds')}.`,
			slowestApplySeconds > 300
				? 'The last of these was the beginning of it, and looked like the others.'
				: 'None of these was the beginning of it.',
		],
		ask: 'What is broken in your systems right now, and how would you tell the one that matters?',
	};
}

/** What could be seen at that minute, by somebody who did not know the end. */
export function hindsight(debrief: Debrief): Lesson | null {
	const {seen, hit} = debrief.night;
	if (hit.length === 0) return null;
	const early = debrief.decisions.filter(({seen: {before}}) => before.length === 0);
	const {windows, windowSeconds, from} = debrief.alarmCraft;
	const flood = Math.max(...windows);
	const floodAt = from + windowSeconds * windows.indexOf(flood);
	return {
		id: 'hindsight',
		title: 'Hindsight: what could be seen at that minute',
		idea: 'Whoever knows the end sees a road to it. What people did made sense to them with what they could see then.',
		here: [
			...tellingWords(debrief),
			`In the ten minutes from ${clockOf(debrief, floodAt)} ${count(flood, 'alarm')} came, one every ${measure(windowSeconds / Math.max(1, flood), 'seconds')}.`,
			`What stood on the screen was up to ${inMinutes(seen.lateSeconds)} old.`,
			...(debrief.decisions.length === 0
				? []
				: [
						early.length === 0
							? 'For each of your most costly decisions something had alarmed by then.'
							: `For ${String(early.length)} of your ${count(debrief.decisions.length, 'most costly decision')} nothing had alarmed by then: only hindsight shows them.`,
					]),
		],
		ask: 'What did you believe at that minute, and what on the screen said so?',
	};
}

function tellingWords(debrief: Debrief): readonly string[] {
	const {telling, looked} = debrief.night.seen;
	if (telling === null) return [];
	const {at, severity, pages, standing} = telling;
	const came = `The alarm that names the cause came at ${clockOf(debrief, at)} as a ${severity}, one of ${String(standing)} that stood, ${count(pages, 'page')} among them.`;
	if (looked === null) return [came, 'Nobody queried the name.'];
	const after = looked - at;
	return [
		came,
		after < 60
			? `The name was queried at ${clockOf(debrief, looked)}, at once.`
			: `The name was queried at ${clockOf(debrief, looked)}, ${inMinutes(after)} later.`,
	];
}

/** What the repair needed, and what needed the repair. */
export function layerZero(debrief: Debrief): Lesson | null {
	const {tools, hit} = debrief.night;
	const needed = ['sign-in', 'sts', 'support', 'cloudwatch'].flatMap(
		id => hitOf(debrief, id) ?? [],
	);
	if (hit.length === 0 || (needed.length === 0 && tools.shutOut.length === 0)) return null;
	const waves = needed.map(({name, waves: all}) => `${name} ${stretchesWords(debrief, all)}`);
	return {
		id: 'layer-zero',
		title: 'Layer zero: the repair depended on what was broken',
		idea: 'Whatever is at the bottom is used by everything, and in the end by the tools that repair it.',
		here: [
			...(waves.length === 0 ? [] : [`Broken with it, and needed to fix it: ${listed(waves)}.`]),
			shutOutWords(debrief, tools.shutOut),
			...(tools.brokeGlass === null
				? []
				: [`Break-glass access was taken at ${clockOf(debrief, tools.brokeGlass)}.`]),
			...(tools.refused === 0
				? []
				: [`${count(tools.refused, 'command')} came to nothing because nobody was signed in.`]),
			...((loopOf(debrief, 'managers')?.wrong.length ?? 0) === 0
				? []
				: [
						'EC2 places instances by leases that it keeps in DynamoDB, and DynamoDB’s own front end runs on instances.',
					]),
		],
		ask: 'What do you need to sign in on the day when nobody can sign in?',
	};
}

function shutOutWords(debrief: Debrief, shutOut: readonly Stretch[]): string {
	if (shutOut.length === 0) return 'You were never shut out of your own tools.';
	return `You were shut out of your own tools for ${inMinutes(totalSeconds(shutOut))} (${stretchesWords(debrief, shutOut)}).`;
}
