import fs from 'node:fs';
import {join} from 'node:path';
import {ALERT_RULES, METRICS, PANELS} from '../../src/observe/index.ts';
import {
	HARM_PARTS,
	ORDERS,
	SUBSYSTEMS,
	SWITCH_NAMES,
	type SubsystemName,
} from '../../src/session/index.ts';
import {CONTROLLERS} from '../../src/session/debrief/night/controllers.ts';
import {MILESTONES} from '../../src/sim/milestones.ts';
import {LESSON_IDS} from '../../src/view/programs/debrief/lessons/lesson.types.ts';
import {allCharts} from '../charts/charts.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';
import type {Column} from './coverage.types.ts';

/** Kinds of links that say something in a column: a test is no lever. */
const KINDS_OF: Readonly<Record<Column, readonly string[]>> = {
	caused: ['subsystem', 'parameter', 'chart', 'fault', 'milestone', 'harm', 'source'],
	seen: ['metric', 'panel', 'alert', 'look', 'source'],
	lever: ['order', 'switch', 'setting'],
	level: ['level'],
	debrief: ['text', 'lesson', 'loop', 'hit'],
	tested: ['test'],
};

const LEVELS = new Map(ownLevels().map(level => [level.id, level]));
const CHARTS = new Set(allCharts().map(({name}) => name));

/** Why a link leads nowhere; null where it leads to what it names. */
export function brokenLink(column: Column, link: string): string | null {
	const at = link.indexOf(':');
	const [kind, name] = [link.slice(0, at), link.slice(at + 1)];
	if (!KINDS_OF[column].includes(kind)) return `${link}: a ${kind} is nothing that is ${column}`;
	return LOOKS[kind]?.(name) === true ? null : `${link}: there is none`;
}

const LOOKS: Readonly<Record<string, (name: string) => boolean>> = {
	subsystem: name => Object.hasOwn(SUBSYSTEMS, name),
	parameter(name) {
		const [part = '', parameter = ''] = name.split('.');
		return (
			Object.hasOwn(SUBSYSTEMS, part) &&
			Object.hasOwn(SUBSYSTEMS[part as SubsystemName].parameters, parameter)
		);
	},
	chart: name => CHARTS.has(name),
	fault: name => Object.values(SUBSYSTEMS).some(({faults}) => Object.hasOwn(faults, name)),
	milestone: name => MILESTONES.some(({id}) => id === name),
	harm: name => HARM_PARTS.some(({id}) => id === name),
	metric: name => METRICS.some(({id}) => id === name),
	panel: name => (PANELS as readonly string[]).includes(name),
	alert: name => ALERT_RULES.some(({id}) => id === name),
	look: name => ORDERS[name]?.kind === 'look',
	order: name => ORDERS[name]?.kind === 'do',
	switch: name => (SWITCH_NAMES as readonly string[]).includes(name),
	setting(name) {
		const [order = '', word = ''] = name.split('=');
		const blanks = Object.values(ORDERS[order]?.blanks ?? {});
		return blanks.some(blank => blank.kind === 'word' && blank.words.includes(word));
	},
	level: hasPart,
	text: hasWords,
	source: hasWords,
	test: hasWords,
	lesson: name =>
		(LESSON_IDS as readonly string[]).includes(name) &&
		fs.existsSync(join(ROOT, 'docs/lessons', `${name}.md`)),
	loop: name => CONTROLLERS.some(({id}) => id === name),
	hit: name => hasWords(`src/session/debrief/night/systems-hit.ts#'${name}'`),
};

/** `id#part`: a level with a task, an unsafe act, a decision, an inject or a variation of that name. */
function hasPart(name: string): boolean {
	const [id = '', part] = name.split('#');
	const level = LEVELS.get(id);
	if (level === undefined || part === undefined) return false;
	const {tasks, unsafe, decisions, injects, variations} = level;
	return [tasks, unsafe, decisions, injects, variations].some(list =>
		list.some(each => each.id === part),
	);
}

/** `path#words`: a file that has these words in it, however its lines are broken. */
function hasWords(name: string): boolean {
	const [path = '', words = ''] = name.split('#');
	const file = join(ROOT, path);
	if (words === '' || !fs.existsSync(file)) return false;
	return oneLine(fs.readFileSync(file, 'utf8')).includes(oneLine(words));
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/gu, ' ');
}
