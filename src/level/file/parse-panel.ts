import type {Level, LevelProblem} from '../level.types.ts';
import {objectionsToPanel} from '../panel/panel-objections.ts';
import {panelSchema} from '../panel/panel.schema.ts';
import type {ExpertPanel} from '../panel/panel.types.ts';
import {cleanText} from '../text/index.ts';
import {explain} from './level-issue.ts';
import {failed, problemAt, readYaml} from './yaml-text.ts';

export type ParsedPanel =
	| {readonly ok: true; readonly panel: ExpertPanel}
	| {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** Reads what a panel of experts said of a level. Whatever is wrong comes back with its line and column. */
export function parsePanel(text: string, level: Level): ParsedPanel {
	const read = readYaml(text);
	if (!read.ok) return read;
	const {value, place} = read.yaml;
	const parsed = panelSchema.safeParse(value, {reportInput: true});
	if (!parsed.success) {
		const issues = parsed.error.issues.flatMap(issue => explain(issue, [], 'the panel'));
		return failed(issues.map(issue => problemAt(place(issue.path, issue.key), issue)));
	}
	const objections = objectionsToPanel(parsed.data, level);
	if (objections.length > 0) {
		return failed(objections.map(each => problemAt(place(each.path), each)));
	}
	const experts = parsed.data.experts.map(({name, ranks}) => ({
		name: cleanText(name),
		ranks: ranks.map(({why, ...rest}) => ({...rest, why: cleanText(why)})),
	}));
	return {ok: true, panel: {experts}};
}
