// Loaded before a host: the clock of the wall jumps an hour ahead when it is told to, and back the next time, as where a
// machine's is set. What time has passed is another clock's business.
const AHEAD_MS = 3_600_000;
const {Date: Wall} = globalThis;
let aheadMs = 0;

process.on('SIGUSR2', () => {
	aheadMs = aheadMs === 0 ? AHEAD_MS : 0;
});

globalThis.Date = class Date extends Wall {
	constructor(...given) {
		super(...(given.length === 0 ? [Date.now()] : given));
	}

	static now() {
		return Wall.now() + aheadMs;
	}
};
