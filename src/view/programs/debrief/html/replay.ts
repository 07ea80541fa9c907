import type {TeamDebrief} from '../../../../session/index.ts';
import type {Debrief} from '../../../../session/index.ts';
import type {Row, Tone} from '../../../screen/screen.types.ts';
import {MINUTE, type ConsoleFrame} from './frames.ts';
import {html, NOTHING, quoted, type Markup} from './markup.ts';

/** The run that a page tells of: its console at some seconds, and a link that is the run; null where it is too long for one. */
export type PageRun = {
	readonly frames: readonly ConsoleFrame[];
	readonly link: string | null;
	/** What is told of the team that played it, if one did. */
	readonly team?: TeamDebrief | null;
};

/** Leads to the console of a second or of the minute after it, where the page has it. The address alone opens it. */
export function showMe(run: PageRun, at: number, text: string): Markup {
	const address = addressAt(run, at);
	return address === null ? html`${text}` : html`<a href="${address}">${text}</a>`;
}

export function addressAt({frames}: PageRun, at: number): string | null {
	const frame = frames.find(each => each.at >= at && each.at < at + MINUTE);
	return frame === undefined ? null : `#${idOf(frame)}`;
}

/** Every console of the page. Each is hidden until its address is asked for, and then lies over the page. */
export function consoles(debrief: Debrief, {frames}: PageRun): Markup {
	return html`${frames.map((frame, index) => {
		const [before, after] = [frames[index - 1], frames[index + 1]];
		const since = before?.at ?? -1;
		const happened = debrief.timeline.filter(({at}) => at > since && at <= frame.at);
		return html`<section
			class="frame"
			id="${idOf(frame)}"
			tabindex="-1"
			aria-label="The console at ${frame.clock}"
		>
			<nav>
				${step(before, 'earlier: ')} <b>${frame.clock} PDT</b> ${step(after, 'later: ')}
				<a class="close" href="#_">close</a>
			</nav>
			<ul>
				${happened.slice(-HAPPENED_MAX).map(({clock, text}) => html`<li>${clock} ${quoted(text)}</li>`)}
			</ul>
			<pre tabindex="0">${frame.rows.map(lineOf)}</pre>
		</section>`;
	})}`;
}

const HAPPENED_MAX = 4;

function step(frame: ConsoleFrame | undefined, what: string): Markup {
	return frame === undefined ? NOTHING : html`<a href="#${idOf(frame)}">${what}${frame.clock}</a>`;
}

function idOf({at}: ConsoleFrame): string {
	return `s${String(at)}`;
}

/** Classes of one letter: there are some ten thousand of them. */
const CLASSES: Readonly<Partial<Record<Tone, string>>> = {
	dim: 'd',
	title: 't',
	select: 's',
	warn: 'w',
	bad: 'b',
	line: 'd',
	warnMark: 'w',
	badMark: 'b',
};

function lineOf(row: Row): Markup {
	const spans = merged(row).map(({text, tone}) => {
		const name = text.trim() === '' && tone !== 'select' ? undefined : CLASSES[tone];
		return name === undefined ? html`${text}` : html`<i class="${name}">${text}</i>`;
	});
	return html`<span>${spans}</span>`;
}

function merged(row: Row): Row {
	const spans: {text: string; tone: Tone}[] = [];
	for (const {text, tone} of row) {
		const last = spans.at(-1);
		if (last?.tone === tone) last.text += text;
		else spans.push({text, tone});
	}
	return spans;
}
