import { basename } from 'node:path';
import type { Compilation } from '../../compile.js';
import { type Diagnostic, Diagnostics } from '../../diagnostics/diagnostic.js';
import type { Where } from '../../diff/model.js';
import type { Place } from '../../source/place.js';
import type { Input } from '../inputs.js';
import type { Loaded, LoadedSide } from './side.js';
import { templateOf } from './template.js';

/** How a file is called in messages. */
type Called = (file: string) => string;

/** A compiled blueprint as a side. */
export function blueprint(compilation: Compilation, name: string, called: Called): LoadedSide {
  const { template, written, places = new Map<string, Place>(), failed } = compilation;
  const region = compilation.blueprint?.region;
  const loaded: Loaded[] =
    template === undefined
      ? []
      : [
          {
            name,
            template,
            places: new Map([...places].map(([id, place]) => [id, whereOf(place, called)])),
            ...(region === undefined ? {} : { region }),
            ...(written === undefined ? {} : { written }),
          },
        ];
  return { name, loaded: new Map(loaded.map((one) => ['', one])), failed, ...found(compilation, called) };
}

/** Templates as a side: one, or those of a folder by the names of their files. */
export function templates({ files }: Input, name: string, called: Called): LoadedSide {
  const diagnostics = new Diagnostics();
  const loaded = files.flatMap((file): [string, Loaded][] => {
    const template = templateOf(file, diagnostics.report);
    const folder = files.length > 1;
    const shown = folder ? called(file.file) : name;
    return template === undefined
      ? []
      : [[folder ? basename(file.file) : '', { name: shown, template, places: new Map() }]];
  });
  const { sorted, sources, failed } = diagnostics;
  return { name, loaded: new Map(loaded), failed, ...found({ diagnostics: sorted, sources }, called) };
}

/** Where a place is, computed when it is asked for, as few of many are. */
function whereOf(place: Place, called: Called): Where {
  return {
    file: called(place.document.file),
    get path() {
      return place.path;
    },
    get span() {
      return place.document.span(place.path, 'value');
    },
  };
}

function found({ diagnostics, sources }: Pick<Compilation, 'diagnostics' | 'sources'>, called: Called) {
  return {
    diagnostics: diagnostics.map(
      (one): Diagnostic => ({
        ...one,
        file: called(one.file),
        related: one.related.map((other) => ({ ...other, file: called(other.file) })),
      }),
    ),
    sources: new Map([...sources].map(([file, text]) => [called(file), text])),
  };
}
