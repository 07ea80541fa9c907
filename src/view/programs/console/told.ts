import type {Deed, FaceDeed, Outcome, ShellDeed} from '../../do/deed.types.ts';
import {withKeys} from '../../input/keys/index.ts';
import {cardFor} from '../../input/order-card/index.ts';
import {openPrompt} from '../../input/prompt.ts';
import type {Ask, Context, Flash, Ui} from '../../input/ui.types.ts';
import type {DeedWish} from '../../input/wish.types.ts';
import {filteredBy} from './act/filter.ts';
import {focusOn} from './act/focus.ts';
import {running, stoppedOrNot} from './act/run.ts';
import {flash} from './flash.ts';
import {paceNear} from './time/index.ts';

/** A screen on which a deed was tried, and what only the shell can do about it. */
export type Told = readonly [Ui, readonly Ask[]];

/** What a deed came to, on the screen. */
export function told(ui: Ui, wish: DeedWish, outcome: Outcome, context: Context): Told {
	const {deed} = wish;
	switch (outcome.came) {
		case 'queued':
			return [queued(ui, outcome.said), []];
		case 'asks':
			return [
				{...ui, order: cardFor(outcome.text, outcome.danger, wish.chosen !== true), caret: 0},
				[],
			];
		case 'noted':
			return [noted(ui, deed, outcome), []];
		case 'runs':
			return [running(ui, outcome), []];
		case 'face':
			return shown(ui, outcome.deed);
		case 'refused':
			return [say(ui, 'warn', outcome.said), []];
		case 'problem':
			if (deed.do !== 'order') return [say(ui, 'bad', outcome.said), []];
			return [misunderstood(ui, deed.text, outcome.problem, context), []];
		case 'shell':
			return asked(outcome.said === '' ? ui : say(ui, 'good', outcome.said), outcome.shell);
	}
}

function asked(ui: Ui, shell: ShellDeed): Told {
	switch (shell.type) {
		case 'leave':
			return [{...ui, overlay: 'quit'}, []];
		case 'fork':
			return [ui, [shell]];
		case 'read':
			return [ui, [{type: 'choose', choice: `read ${shell.topic}`.trim()}]];
		case 'score':
			return [ui, [{type: 'choose', choice: 'score'}]];
	}
}

/** It is tried in the next second, and while time stands still there is none. */
function queued(ui: Ui, said: string): Ui {
	return ui.paused ? say(ui, 'warn', `${said} {pause} resumes time.`) : ui;
}

function noted(ui: Ui, deed: Deed, {said, hint}: Extract<Outcome, {came: 'noted'}>): Ui {
	if (deed.do === 'panel') return focusOn(ui, deed.panel);
	const hypothesis = deed.do === 'suspect' ? deed : ui.hypothesis;
	const next = {...ui, hypothesis};
	return said === '' ? next : say(next, 'good', hint === undefined ? said : `Hint: ${said}`);
}

/** Deeds that change nothing but how one looks. */
function shown(ui: Ui, deed: FaceDeed): Told {
	if (deed.do === 'theme') return [ui, [{type: 'choose', choice: `theme ${deed.theme}`}]];
	return [looked(ui, deed), []];
}

function looked(ui: Ui, deed: Exclude<FaceDeed, {do: 'theme'}>): Ui {
	switch (deed.do) {
		case 'help':
			return {...ui, overlay: 'help', topic: deed.topic, scroll: 0};
		case 'pause':
			return stoppedOrNot(ui);
		case 'speed':
			return {...ui, pace: paceNear(deed.times), heat: null, cap: null, paused: false};
		case 'zoom':
			return {...ui, full: !ui.full, scroll: 0};
		case 'preset':
			return {...ui, preset: deed.preset, full: false};
		case 'filter':
			return filteredBy(ui, deed.text);
		case 'graphs':
			return {...ui, graphs: deed.graphs};
		// Deeds of lines, which no word of the screen comes to.
		case 'go':
		case 'status':
		case 'alerts':
		case 'orders':
		case 'log':
		case 'news':
			return ui;
	}
}

/** What cannot be read comes back for mending. */
export function misunderstood(
	ui: Ui,
	text: string,
	problem: {readonly message: string; readonly suggestions: readonly string[]},
	context: Context,
): Ui {
	const near = problem.suggestions.slice(0, 3).join(', ');
	const said = `Rejected: ${near === '' ? '{offer} shows what fits.' : `did you mean ${near}?`}`;
	const whole = withKeys(`${problem.message} ${said}`, ui.keymap);
	const prompt = openPrompt(ui.prompt, text, context);
	return {...ui, prompt: {...prompt, problem: whole}};
}

/** Words to type stand behind the key that opens the line for them. */
function say(ui: Ui, tone: Flash['tone'], said: string): Ui {
	const typed = said.replaceAll(/`([^`]+)`/gu, '{command}$1');
	return flash(ui, tone, withKeys(typed, ui.keymap));
}
