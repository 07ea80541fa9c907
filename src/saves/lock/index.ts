export {
	holderOf,
	lockOf,
	lockRun,
	type Locked,
	type LockOptions,
	type RunLock,
} from './run-lock.ts';
