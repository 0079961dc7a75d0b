import { spawn } from 'node:child_process';

/** By platform, the program that opens a file with what its user opens such files with. */
const OPENERS: Partial<Record<string, readonly string[]>> = { darwin: ['open'], win32: ['explorer'] };

/** Opens a file and does not wait. @throws Where there is no program to open it with. */
export async function show(path: string): Promise<void> {
  const [opener = 'xdg-open', ...args] = OPENERS[process.platform] ?? [];
  const child = spawn(opener, [...args, path], { detached: true, stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
}
