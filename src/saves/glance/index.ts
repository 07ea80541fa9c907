// What can be known of the saves without loading the Region: enough for the menu.
export {configFolder, savesFolder, stateFolder} from '../paths.ts';
export {moveIn} from '../move-in.ts';
export {note, profileOf} from '../profile.ts';
export {provenEnds} from '../proven-ends.ts';
export {changeSettings, readSettings, settingsTrouble} from '../settings-file.ts';
export {endedRunsIn, glanceAtRuns} from './glance-at-runs.ts';
