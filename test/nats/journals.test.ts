import {jetstream} from '@nats-io/jetstream';
import {headers} from '@nats-io/transport-node';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
	connectTo,
	openJournalStream,
	readCluster,
	streamJournals,
	type JournalStream,
} from '../../src/nats/index.ts';
import {open, resume, type Journal} from '../../src/session/index.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {hasNats, NatsServers} from './nats-servers.ts';

const LEVEL = nightWithoutName('02:00');
const VERSIONS = {game: '0.0.0', node: 20};
const RUN = {level: 'short', seed: '1'};

test.each([
	['nats://127.0.0.1', ['127.0.0.1:4222']],
	['a:1,nats://b:2', ['a:1', 'b:2']],
	['tls://[::1]:7', ['[::1]:7']],
])('%s is where a cluster is', (text, servers) => {
	expect(readCluster(text)).toMatchObject({servers, isSecure: text.startsWith('tls')});
});

test.each(['', 'http://x', 'nats://a/b', 'nats://a,,b', 'tls://a,nats://b', 'nats://%zz@a'])(
	'“%s” is none',
	text => {
		expect(readCluster(text)).toMatch(/^--nats expects/u);
	},
);

test('where nothing listens, a sentence says so', async () => {
	const address = readCluster('nats://127.0.0.1:1');
	if (typeof address === 'string') throw new Error(address);
	expect(await connectTo(address)).toMatch(/^--nats 127\.0\.0\.1:1: no cluster is reached there/u);
});

describe.runIf(hasNats())('a journal in the cluster', () => {
	let servers: NatsServers;
	const links: {close(): Promise<void>}[] = [];

	beforeAll(async () => {
		servers = await NatsServers.start(1);
	});
	afterAll(async () => {
		for (const link of links) await link.close();
		await servers.end();
	});

	/** A program that keeps journals, and what it hears of those that it loses. */
	async function keeper(writer: string) {
		const address = readCluster(servers.url);
		if (typeof address === 'string') throw new Error(address);
		const nc = await connectTo(address);
		if (typeof nc === 'string') throw new Error(nc);
		links.push(nc);
		const stream = await openJournalStream(nc);
		if (typeof stream === 'string') throw new Error(stream);
		const lost: string[] = [];
		const journals = streamJournals({stream, writer, onLost: journal => lost.push(journal)});
		return {nc, stream, journals, lost};
	}

	type Keeper = Awaited<ReturnType<typeof keeper>>;

	async function begun({journals}: Keeper) {
		const through = await journals.begin(
			RUN,
			onLine => ({ok: true, session: open(LEVEL, {...VERSIONS, seed: '1', onLine})}),
			fail,
		);
		if (!through.ok) throw new Error(through.message);
		return through;
	}

	async function takenUp({journals}: Keeper, file: string) {
		const through = await journals.takeUp(
			file,
			({journal}, onLine) => relived(journal, onLine),
			fail,
		);
		if (!through.ok) throw new Error(through.message);
		return through;
	}

	async function journalOf({journals}: Keeper, file: string): Promise<Journal> {
		const read = await journals.read(file);
		if (!read.ok) throw new Error(read.message);
		return read.journal;
	}

	/** Waits until the cluster has all that was written, or somebody else has the journal. */
	async function settled({journals}: Keeper, path: string): Promise<void> {
		const later = journals.opened(path)?.later;
		while (later !== undefined && !later.isLost && later.stored < later.written) {
			await new Promise<void>(resolve => {
				later.whenMoved(resolve);
			});
		}
	}

	test('has every line, in order, and is taken up by another program', async () => {
		const [one, other] = [await keeper('one'), await keeper('other')];
		const {session, file} = await begun(one);
		for (let minute = 0; minute < 30; minute++) session.advance(60);
		session.noteReached();
		expect(await file.close()).toBeUndefined();
		const next = await takenUp(other, file.path);
		expect(next.session.now).toBe(1_800);
		next.session.advance(600);
		next.session.noteReached();
		await next.file.close();
		expect((await journalOf(one, file.path)).reached).toBe(2_400);
	});

	test('takes nothing from a program whose place another has taken', async () => {
		const [old, next] = [await keeper('old'), await keeper('next')];
		const {session, file} = await begun(old);
		session.advance(60);
		session.noteReached();
		await settled(old, file.path);
		await takenUp(next, file.path);
		const before = await journalOf(next, file.path);
		session.advance(60);
		session.noteReached();
		await settled(old, file.path);
		expect(old.lost).toEqual([file.path]);
		expect(old.journals.opened(file.path)).toMatchObject({later: {isLost: true}});
		expect(await journalOf(next, file.path)).toEqual(before);
		expect(next.lost).toEqual([]);
	});

	test('is taken by one of two that come at once, and the other is told', async () => {
		const [first, one, other] = [await keeper('f'), await keeper('a'), await keeper('b')];
		const {file} = await begun(first);
		const taken = await Promise.all([takenUp(one, file.path), takenUp(other, file.path)]);
		for (const {session} of taken) {
			session.advance(60);
			session.noteReached();
		}
		await Promise.all([settled(one, file.path), settled(other, file.path)]);
		expect([...one.lost, ...other.lost]).toEqual([file.path]);
		expect((await journalOf(one, file.path)).reached).toBe(60);
	});

	test('is not written to by who was replaced, although a server lets them', async () => {
		const [old, next] = [await keeper('old'), await keeper('next')];
		const {session, file} = await begun(old);
		await settled(old, file.path);
		const before = await old.stream.last(file.path);
		const taken = await takenUp(next, file.path);
		// As servers up to 2.9.20 do where two come at once.
		const said = headers();
		said.set('Outage-Oncall-Writer', 'old');
		said.set('Outage-Oncall-After', String(before));
		const late = `${JSON.stringify({kind: 'nonsense'})}\n`;
		await jetstream(old.nc).publish(`outage-oncall.journal.${file.path}`, late, {headers: said});
		session.advance(60);
		session.noteReached();
		taken.session.advance(120);
		taken.session.noteReached();
		await Promise.all([settled(old, file.path), settled(next, file.path)]);
		expect([old.lost, next.lost]).toEqual([[file.path], []]);
		const third = await keeper('third');
		expect((await takenUp(third, file.path)).session.now).toBe(120);
	});

	test('has a line once that was sent again for want of an answer', async () => {
		const asked = await keeper('deaf');
		const {stream} = asked;
		const deaf: JournalStream = {
			...stream,
			async append(...asked) {
				await stream.append(...asked);
				return stream.append(...asked);
			},
		};
		const journals = streamJournals({stream: deaf, writer: 'deaf', onLost: fail});
		const it = {...asked, stream: deaf, journals, lost: []};
		const {session, file} = await begun(it);
		for (let minute = 0; minute < 5; minute++) {
			session.advance(60);
			session.noteReached();
			await settled(it, file.path);
		}
		expect((await journalOf(it, file.path)).reached).toBe(300);
	});

	test('that is not there is no journal', async () => {
		const {journals} = await keeper('lost');
		const came = await journals.takeUp(
			'none',
			({journal}, onLine) => relived(journal, onLine),
			fail,
		);
		expect(came).toEqual({
			ok: false,
			message: 'none: it cannot be taken up: there is no such journal.',
		});
	});
});

function relived(journal: Journal, onLine: (line: string) => void) {
	const lived = resume(LEVEL, journal, {...VERSIONS, onLine});
	if (!lived.ok) return {ok: false as const, message: lived.problem.message};
	return {ok: true as const, session: lived.session};
}

function fail(sentence: string): void {
	throw new Error(sentence);
}
