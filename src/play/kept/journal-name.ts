/** `october-20-20251120T093000-6715.journal.jsonl`, fit for every file system. */
export function journalName(level: string, startedAt: Date, seed: string): string {
	const time = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
	const plain = seed.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, 40);
	return `${level}-${time}-${plain}${JOURNAL_ENDING}`;
}

export const JOURNAL_ENDING = '.journal.jsonl';

/** What lies beside a journal and says who played it. */
export const WHO_ENDING = '.who.json';

/** When a run was begun, by the name that its journal was given; empty where it was given another. */
export function begunIn(name: string): string {
	const [, day, time] = /-(\d{8})T(\d{6})-/u.exec(name) ?? [];
	if (day === undefined || time === undefined) return '';
	const date = day.replace(/^(\d{4})(\d\d)/u, '$1-$2-');
	return `${date}T${time.replace(/^(\d\d)(\d\d)/u, '$1:$2:')}Z`;
}
