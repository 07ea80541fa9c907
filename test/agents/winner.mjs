// Wins level 1 by what it sees; speaks the protocol on its own standard input and output.
import {createInterface} from 'node:readline';

const lines = createInterface({input: process.stdin})[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value);
let id = 0;

async function ask(request) {
	process.stdout.write(`${JSON.stringify({id: ++id, ...request})}\n`);
	return read();
}

/** Lets time run until something comes that is waited for. */
async function next(wanted) {
	for (;;) {
		const {events = [], stopped} = await ask({do: 'next'});
		const found = events.find(wanted);
		if (found !== undefined || stopped === 'ended') return found;
	}
}

async function order(text) {
	await ask({do: 'attempt', order: text});
	return next(event => event.word === 'DONE' && event.text.startsWith(text));
}

await read();
await next(event => event.kind === 'page');
await order('dig regional');
const {lines: zone = []} = (await order('show zone regional plans')) ?? {};
const plan = /newest built:.*?plan (\d+)/u.exec(zone.join(' '))?.[1];
await ask({do: 'attempt', order: 'restart nothing'}); // No such command: nothing comes of it.
await order(`repoint regional ${plan}`);
await next(event => event.kind === 'end');
process.exit(0);
