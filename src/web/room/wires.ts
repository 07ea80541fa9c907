import {ROOM_PATH, type Linked, type Wires} from '../../team/remote/index.ts';

/** Where the host that has sent this page takes sockets. */
export function socketHere(): string {
	return location.origin.replace(/^http/u, 'ws') + ROOM_PATH;
}

/** Sockets, time and luck of a browser. */
export const WIRES: Wires = {
	connect(socket, {opened, heard, closed}) {
		const ws = new WebSocket(socket);
		ws.addEventListener('open', opened);
		ws.addEventListener('message', ({data}) => {
			heard(String(data));
		});
		ws.addEventListener('close', () => {
			closed('the link broke'); // A page is not told why.
		});
		return {
			send(text) {
				if (ws.readyState !== WebSocket.OPEN) return false;
				ws.send(text);
				return true;
			},
			drop() {
				ws.close();
			},
		};
	},
	after(ms, act) {
		const timer = setTimeout(act, ms);
		return () => {
			clearTimeout(timer);
		};
	},
	random: Math.random,
};

/** Somebody who looks again, or a network that is back, need not wait. */
export function hurryWhenBack(link: Linked): () => void {
	const ends = new AbortController();
	const hurry = () => {
		if (!document.hidden) link.hurry();
	};
	for (const event of ['online', 'pageshow']) addEventListener(event, hurry, ends);
	document.addEventListener('visibilitychange', hurry, ends);
	return () => {
		ends.abort();
	};
}
