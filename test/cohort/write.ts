import path from 'node:path';
import {players, writeCohort} from './folder.ts';

// A folder of saves to look at: npm run cohort -- FOLDER [PEOPLE RUNS]
const [folder = 'cohort', people = '40', runs = '300'] = process.argv.slice(2);
writeCohort(path.resolve(folder), players(Number(people), Number(runs)));
console.log(`${people} people, ${runs} runs: outage-oncall cohort --saves ${folder}`);
