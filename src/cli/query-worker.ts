import { launchQueryThread } from './launch.ts';

// The file that a thread which answers a query is started with.
await launchQueryThread();
