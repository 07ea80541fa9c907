export {thisProgram, verdictOn, type Program, type Verdict} from './program.ts';
export {holderOf, lockOf, lockRun, type Locked, type LockOptions, type RunLock} from './run-lock.ts';
