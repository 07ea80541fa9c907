import {ownLevels} from './own-levels.ts';
import {proving} from './proving.ts';

proving(ownLevels().filter(({kind}) => kind !== 'ladder'));
