import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { bareActivities } from './bare-activities.ts';

const connection = await NativeConnection.connect({ address: process.argv[2] ?? '' });
const worker = await Worker.create({
  connection,
  taskQueue: 'bare',
  workflowsPath: join(import.meta.dirname, 'bare.ts'),
  activities: bareActivities,
});
await worker.run();
