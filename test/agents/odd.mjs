// Players that do not play: which one is its argument.
import {createInterface} from 'node:readline';
import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';

let lines;
/** The next that it is told; who does not ask reads nothing. */
function heard() {
	lines ??= createInterface({input: process.stdin})[Symbol.asyncIterator]();
	return lines.next();
}
const tell = request => process.stdout.write(`${JSON.stringify({id: 1, ...request})}\n`);

switch (process.argv[2]) {
	case 'silent':
		process.exit(0);
	case 'crashes':
		await heard();
		tell({do: 'wait', minutes: 1});
		await heard();
		throw new Error('out of ideas');
	case 'hangs':
		await setTimeout(1e8);
		break;
	case 'floods':
	case 'one-long-line': {
		process.stdin.resume();
		const noise = process.argv[2] === 'floods' ? 'noise\n' : 'noise ';
		for (;;) if (!process.stdout.write(noise.repeat(1_000))) await once(process.stdout, 'drain');
	}
	case 'looks-around': {
		await heard();
		tell({do: 'back', to: '09:58'});
		const {problem} = JSON.parse((await heard()).value);
		const found = {
			env: Object.keys(process.env).sort(),
			here: readdirSync('.'),
			code: problem.code,
		};
		tell({do: 'note', about: 'story', text: JSON.stringify(found)});
		await heard();
		process.exit(0);
	}
}
