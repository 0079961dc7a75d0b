import { connect } from '../../../deploy/aws/connect.js';

// A process of its own, as the SDK reads the environment and files of the process: asks once, and prints what came of it.
const [endpointUrl, region, profile] = process.argv.slice(2);
const clock = { now: () => Date.now(), sleep: async () => {} };

try {
  const connected = await connect({
    ...(endpointUrl && { endpointUrl }),
    ...(region && { region }),
    ...(profile && { profile }),
    clock,
    environment: process.env,
  });
  const answer = await connected.cloud.call('ListStacks', {});
  console.log(JSON.stringify({ region: connected.region, answer, environment: process.env.AWS_PROFILE ?? '' }));
} catch (error) {
  const { name, kind, code, message, hint } = error as Record<string, string>;
  console.log(JSON.stringify({ fault: { name, kind, code, message, hint } }));
}
