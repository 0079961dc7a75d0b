import type { Stack } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import { flagsOf } from '../flags.js';
import { insist } from '../insist.js';
import { some } from '../say.js';
import { orNothing } from '../tolerant.js';
import type { Work } from '../work.js';

/** A stack whose exports others use cannot be deleted. @throws Declined, which names them */
export async function refuseImported({ session, subject }: Work, { Outputs = [] }: Stack): Promise<void> {
  const names = Outputs.flatMap(({ ExportName }) => (ExportName === undefined ? [] : [ExportName]));
  const used = await Promise.all(
    names.map(async (name) => {
      // CloudFormation refuses to list what is imported nowhere.
      const answer = await orNothing(insist(session, 'ListImports', { ExportName: name }));
      return { name, stacks: answer?.Imports ?? [] };
    }),
  );
  const first = used.find(({ stacks }) => stacks.length > 0);
  if (first === undefined) return;
  throw new Declined(`The export "${first.name}" of this stack is used by ${some(first.stacks)}.`, [
    ...first.stacks.slice(0, 3).map((stack) => `jiml destroy --stack ${stack}${flagsOf(session)}`),
    `jiml destroy ${subject}`,
  ]);
}
