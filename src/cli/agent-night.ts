import {open, parseJournal, type AxisId} from '../session/index.ts';
import {scoredAgain} from '../play/runs/index.ts';
import {createProtocol} from '../view/protocol/index.ts';
import {startAgent, type AgentProcess} from './agent-process.ts';
import type {LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** How a program came out of a night; but for the first, the rest of the night went on without it. */
export const ENDINGS = ['finished', 'left', 'crashed', 'hung', 'flooded'] as const;
type Ending = (typeof ENDINGS)[number];

/** A night as a program played it. Nothing in it depends on the machine. */
export type Night = {
	readonly level: string;
	readonly seed: string;
	readonly ending: Ending;
	readonly requests: number;
	readonly won: boolean;
	readonly why: string;
	readonly harm: number;
	readonly commands: number;
	readonly refused: number;
	readonly points: Readonly<Partial<Record<AxisId, number | null>>>;
	readonly hash: string;
};

/** A night asks for no more; what asks for more plays nothing. */
export const REQUESTS_MAX = 5_000;

export type NightOf = {
	readonly loaded: LevelFolder;
	readonly seed: string;
	/** The program, and what it is started with. */
	readonly words: readonly string[];
	readonly answerSeconds: number;
};

/** Plays a program through a night, and what of the night is left without it. */
export async function playNight(
	of: NightOf,
): Promise<{readonly night: Night; readonly journal: string; readonly said: string}> {
	const {loaded, seed} = of;
	const {level} = loaded;
	const lines: string[] = [];
	const versions = {game: versionOf(packageRoot()), node: nodeMajor()};
	const session = open(level, {...versions, seed, onLine: line => lines.push(line)});
	const protocol = createProtocol({
		...{session, title: level.title, briefing: loaded.briefing, game: versions.game},
		...{limit: level.limit, by: 'you', journal: '', exam: true},
	});
	const agent = startAgent(of.words);
	let requests = 0;
	const take = (line: string) => {
		requests += 1;
		return protocol.take(line);
	};
	const stopped = await converse(agent, JSON.stringify(protocol.hello), take, of.answerSeconds);
	const {failed, said} = await agent.end();
	const isOver = session.ended;
	session.advance(Math.max(0, level.limit - session.now));
	session.noteReached();
	const journal = `${lines.join('\n')}\n`;
	const {ended, harm, hash, orders} = session.result();
	return {
		night: {
			level: level.id,
			seed,
			ending: stopped ?? (isOver ? 'finished' : failed ? 'crashed' : 'left'),
			requests,
			won: ended?.won === true,
			why: ended?.why ?? '',
			harm: harm.total,
			commands: orders.length,
			refused: orders.filter(({state}) => state === 'refused').length,
			points: pointsOf(journal, loaded, versions),
			hash,
		},
		journal,
		said,
	};
}

/** Line by line until the program leaves, is too slow or asks too much. */
async function converse(
	agent: AgentProcess,
	hello: string,
	take: (line: string) => {readonly response: object; readonly ask: object | null},
	answerSeconds: number,
): Promise<'hung' | 'flooded' | undefined> {
	const patience = answerSeconds * 1_000;
	if (!(await agent.send(hello, patience))) return 'hung';
	for (let requests = 0; requests < REQUESTS_MAX; requests++) {
		const incoming = await agent.next(patience);
		if (incoming === undefined) return 'hung';
		if (incoming.kind === 'end') return undefined;
		if (incoming.kind === 'interrupt') process.exit(INTERRUPTED);
		const {response, ask} = take(incoming.kind === 'line' ? incoming.text : '');
		if (!(await agent.send(JSON.stringify(response), patience))) return 'hung';
		if (ask !== null) return undefined;
	}
	return 'flooded';
}

const INTERRUPTED = 130;

function pointsOf(
	text: string,
	loaded: LevelFolder,
	versions: {readonly game: string; readonly node: number},
): Night['points'] {
	const read = parseJournal(text);
	const scored = read.ok ? scoredAgain(read.journal, loaded, versions) : read;
	if (!scored.ok) throw new Error('A night that was just lived cannot be lived again.');
	return Object.fromEntries(scored.score.axes.map(({id, points}) => [id, points]));
}
