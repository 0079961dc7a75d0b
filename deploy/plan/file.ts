import type { Plan } from './plan.js';

/** Writes a plan for its owner's eyes only (mode 0600). @throws As the file system does. */
export async function writePlan(file: string, plan: Plan): Promise<void> {
  void [file, plan];
}

/** Reads a plan. @throws Misuse where there is none, or what there is is no plan, or one of another version. */
export async function readPlan(file: string): Promise<Plan> {
  throw new Error(`not yet: ${file}`);
}
