import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {jetstreamManager} from '@nats-io/jetstream';
import {connect, type NatsConnection} from '@nats-io/transport-node';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {PROVING} from '../../src/session/index.ts';
import {outage, ownPlaces, PROGRAM} from '../cli/outage.ts';
import {hasNats, NatsServers} from './nats-servers.ts';

/** The level that somebody starts from, with one seed: a run of each player. */
const LEVEL = 'tiny';
const JOBS = PROVING.length;

describe.runIf(hasNats())('jobs on workers of a cluster', () => {
	let servers: NatsServers;
	let nc: NatsConnection;
	let root: string;
	const children: ChildProcess[] = [];

	beforeAll(async () => {
		servers = await NatsServers.start(1);
		nc = await connect({servers: servers.url});
		root = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-workers-'));
		outage(['levels', 'new', LEVEL, '--in', root]);
	});
	afterAll(async () => {
		for (const child of children) child.kill('SIGKILL');
		await nc.close();
		await servers.end();
		fs.rmSync(root, {recursive: true, force: true});
	});

	const check = () => ['levels', 'check', path.join(root, LEVEL), '--seeds', '1', '--json'];

	/** A program with a home of its own, what it says, and how it ends. */
	function started(...words: readonly string[]) {
		const home = fs.mkdtempSync(path.join(root, 'home-'));
		const child = spawn(process.execPath, [PROGRAM, ...words, '--nats', servers.url], {
			env: {...process.env, ...ownPlaces({XDG_CONFIG_HOME: home})},
		});
		children.push(child);
		const said = {out: '', err: ''};
		child.stdout.on('data', piece => (said.out += String(piece)));
		child.stderr.on('data', piece => (said.err += String(piece)));
		const ended = new Promise<number | null>(resolve => child.once('close', resolve));
		const saying = (words: RegExp) =>
			new Promise<void>(resolve => {
				child.stderr.on('data', () => {
					if (words.test(said.err)) resolve();
				});
			});
		return {child, said, ended, saying};
	}

	async function resultsThere(): Promise<number> {
		const manager = await jetstreamManager(nc);
		const {state} = await manager.streams.info('OUTAGE_ONCALL_RESULTS', {
			subjects_filter: 'outage-oncall.result.>',
		});
		return Object.values(state.subjects ?? {}).reduce((sum, many) => sum + many, 0);
	}

	test('come to the table of threads, each once, although a worker is killed', async () => {
		const one = started('worker', '--threads', '1');
		await one.saying(/^Working/u);
		const brought = new Promise<void>(resolve => {
			nc.subscribe('outage-oncall.result.>', {
				callback: () => {
					resolve();
				},
			});
		});
		const asking = started(...check());
		await brought;
		one.child.kill('SIGKILL');
		const other = started('worker', '--threads', '2');
		expect(await asking.ended).toBe(0);
		const onThreads = outage(check(), '', {XDG_CONFIG_HOME: path.join(root, 'threads')});
		expect(asking.said.out).toBe(onThreads.out);
		expect(await resultsThere()).toBe(JOBS);
		// What is known there is asked of nobody.
		other.child.kill('SIGTERM');
		expect(await other.ended).toBe(0);
		const again = started(...check());
		expect(await again.ended).toBe(0);
		expect(again.said.out).toBe(onThreads.out);
	});

	test('of another version or world are left, and that is said', async () => {
		nc.publish('outage-oncall.job.0_1_0-1-0123456789abcdef.key', 'anything');
		await nc.flush();
		const worker = started('worker', '--threads', '1');
		await worker.saying(
			/^Refused: 1 jobs are for version 0\.1\.0, world 1, build 0123456789abcdef/mu,
		);
		const manager = await jetstreamManager(nc);
		const {state} = await manager.streams.info('OUTAGE_ONCALL_JOBS');
		expect(state.messages).toBe(1);
		worker.child.kill('SIGTERM');
		expect(await worker.ended).toBe(0);
	});
});
