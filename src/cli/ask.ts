import {createInterface} from 'node:readline';

/** Asks on the terminal whether to go on with a run; Enter means yes. */
export async function askWhetherToGoOn(sentence: string): Promise<'yes' | 'no' | 'interrupted'> {
	const terminal = createInterface({input: process.stdin, output: process.stdout});
	try {
		return await new Promise(resolve => {
			terminal.once('SIGINT', () => {
				resolve('interrupted');
			});
			terminal.once('close', () => {
				resolve('interrupted');
			});
			terminal.question(`${sentence}\nGo on with it? [Y/n] `, answer => {
				resolve(/^\s*n/i.test(answer) ? 'no' : 'yes');
			});
		});
	} finally {
		terminal.close();
	}
}
