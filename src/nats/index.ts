export {readCluster, type ClusterAddress} from './cluster-address.ts';
export {joinCluster, type Cluster} from './cluster.ts';
export {connectTo} from './connect.ts';
export {openJournalStream, toldIn, type JournalStream} from './journal-stream.ts';
export {streamJournals, type StreamJournals} from './stream-journals.ts';
export {onWorkers} from './ask-workers.ts';
export {workFor} from './work-for.ts';
