// What can be known of the saves without loading the Region: enough for the menu.
export {configFolder, savesFolder} from '../paths.ts';
export {readSettings, type Settings} from '../profile.ts';
export {glanceAtRuns, type Glance} from './glance-at-runs.ts';
