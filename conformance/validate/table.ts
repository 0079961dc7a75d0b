import type { Finding } from './findings.js';

/** How many templates a folder's blueprints compile to, and how many errors, warnings and hints there are in them. */
export function table(files: readonly string[], found: readonly Finding[]): string {
  const rows = [...new Set(files.map(folderOf))].map((folder) => {
    const here = files.filter((file) => folderOf(file) === folder);
    return row(
      folder,
      here.length,
      found.filter(({ file }) => folderOf(file) === folder),
    );
  });
  const lines = [['folder', 'templates', 'errors', 'warnings', 'info'], ...rows, row('all', files.length, found)];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return lines.map((cells) => `${cells.map((cell, at) => aligned(cell, at, widths[at] ?? 0)).join('  ')}\n`).join('');
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function row(name: string, templates: number, found: readonly Finding[]): readonly string[] {
  const count = (level: Finding['level']) => String(found.filter((finding) => finding.level === level).length);
  return [name, String(templates), count('error'), count('warning'), count('info')];
}

function aligned(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
