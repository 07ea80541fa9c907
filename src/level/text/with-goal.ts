const MORE = /^## More[ \t]*$/mu;

/** A briefing with the goal as the last of its lines. */
export function withGoal(briefing: string, goal: string): string {
	const [lines = '', ...rest] = briefing.split(MORE);
	const told = `${lines.trimEnd()}\n\n${goal}\n`;
	return rest.length === 0 ? told : `${told}\n## More${rest.join('## More')}`;
}
