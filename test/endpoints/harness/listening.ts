import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** TCP's state LISTEN, in /proc/net/tcp (Linux, proc_net_tcp.txt). */
const listen = '0A';

/**
 * The addresses that a group of processes listens on, as `127.0.0.1:4566` or `::1.4566`, in order.
 * Undefined where the system does not say (it is read from Linux's /proc).
 */
export async function listeningOf(group: number): Promise<readonly string[] | undefined> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  if (tables.every((table) => table === '')) return undefined;
  const sockets = new Set((await Promise.all((await membersOf(group)).map(socketsOf))).flat());
  const rows = tables.flatMap((table) => table.split('\n').slice(1)).map((line) => line.trim().split(/\s+/));
  return rows.filter((row) => row[3] === listen && sockets.has(String(row[9]))).map((row) => addressOf(String(row[1])));
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address.startsWith('::1.');
}

async function membersOf(group: number): Promise<readonly string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const groups = await Promise.all(all.map((pid) => groupOf(pid)));
  return all.filter((_, index) => groups[index] === group);
}

/** The fifth field of stat; the second may hold blanks and parentheses. */
async function groupOf(pid: string): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

/** The inodes of its sockets. */
async function socketsOf(pid: string): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** Words of four bytes, each in the machine's order, which is taken to be the little end first. */
function addressOf(local: string): string {
  const [host = '', port = ''] = local.split(':');
  const bytes = [...host.matchAll(/(..)(..)(..)(..)/g)].flatMap((word) => word.slice(1).reverse());
  const number = Number.parseInt(port, 16);
  if (bytes.length === 4) return `${bytes.map((byte) => Number.parseInt(byte, 16)).join('.')}:${number}`;
  const text = bytes.join('').toLowerCase();
  return `${text === `${'0'.repeat(31)}1` ? '::1' : text}.${number}`;
}
