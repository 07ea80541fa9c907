// Plays level 1 by the protocol and wins it: node docs/player.mjs outage-oncall
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';

const [command = 'outage-oncall', ...words] = process.argv.slice(2);
const play = [...words, 'play', 'one-empty-answer', '--protocol'];
const game = spawn(command, play, {stdio: ['pipe', 'pipe', 'inherit']});
const lines = createInterface({input: game.stdout})[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value);
let id = 0;

/** One request, and its answer. */
async function ask(request) {
	game.stdin.write(`${JSON.stringify({id: ++id, ...request})}\n`);
	const answer = await read();
	if (!answer.ok) throw new Error(answer.problem.message);
	return answer;
}

/** Lets time run from event to event, until one of them is what is waited for. */
async function next(wanted) {
	for (;;) {
		const {events, stopped} = await ask({do: 'next'});
		if (stopped === 'ended' || events.some(wanted)) return;
	}
}

/** Gives an order, and waits until it has taken effect. */
async function order(text) {
	await ask({do: 'attempt', order: text});
	await next(event => event.word === 'DONE' && event.text.startsWith(text));
}

const {hello} = await read();
process.stdout.write(`${hello.title}, seed ${hello.seed}\n`);
await next(event => event.kind === 'page');
await order('dig regional');
const {observation} = await ask({do: 'observe', parts: ['answers']});
if (observation.answers.every(({addresses}) => addresses.length === 0)) {
	await ask({do: 'suspect', suspect: 'dns-records', confidence: 90});
	await order('show zone regional plans');
	await order('repoint regional 136');
}
await next(event => event.kind === 'end');
const {result} = await ask({do: 'result'});
process.stdout.write(`${result.ended.won ? 'WON' : 'LOST'} at ${result.ended.at}: ${result.ended.why}\n`);
game.stdin.end();
