import type { Verdict } from '../../api/report.js';
import type { Ending } from '../states/endings.js';

/** What was done with a stack. */
export type Kind = 'create' | 'update' | 'import' | 'delete' | 'rollback' | 'continue' | 'cancel';

/** How it ended, as a verdict and a sentence in which `{stack}` and `{state}` are filled in. */
export type Said = readonly [Verdict, string];

const BUSY: Said = ['interrupted', 'What goes on in "{stack}" goes on without jiml ({state}).'];
const NEVER: Said = ['stuck', 'Nothing began in "{stack}", which is in {state}.'];

/** How each kind of operation ended, by what the stack's state means. */
export const endings: Readonly<Record<Kind, Readonly<Record<Ending, Said>>>> = {
  create: {
    done: ['done', 'The stack "{stack}" is created.'],
    'rolled-back': ['rolled-back', 'The stack "{stack}" could not be created; what was made was deleted again.'],
    gone: ['rolled-back', 'The stack "{stack}" could not be created; it was deleted again.'],
    stuck: ['stuck', 'The stack "{stack}" could not be created, and is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  update: {
    done: ['done', 'The stack "{stack}" is updated.'],
    'rolled-back': ['rolled-back', 'The stack "{stack}" could not be updated; it is as it was before.'],
    gone: ['stuck', 'The stack "{stack}" was deleted by somebody else.'],
    stuck: ['stuck', 'The stack "{stack}" could not be updated, and is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  import: {
    done: ['done', 'The resources are imported into the stack "{stack}".'],
    'rolled-back': ['rolled-back', 'The resources could not be imported; "{stack}" is as it was before.'],
    gone: ['rolled-back', 'The resources could not be imported, and there is no stack "{stack}".'],
    stuck: ['stuck', 'The resources could not be imported, and "{stack}" is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  delete: {
    done: ['stuck', 'The stack "{stack}" was not deleted, and is in {state}.'],
    'rolled-back': ['stuck', 'The stack "{stack}" was not deleted, and is in {state}.'],
    gone: ['done', 'The stack "{stack}" is deleted.'],
    stuck: ['stuck', 'The stack "{stack}" could not be deleted, and is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  rollback: {
    done: ['done', 'The stack "{stack}" is as it last was when all was well.'],
    'rolled-back': ['done', 'The stack "{stack}" is rolled back.'],
    gone: ['done', 'The stack "{stack}" is rolled back; nothing of it is left.'],
    stuck: ['stuck', 'The stack "{stack}" could not be rolled back, and is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  continue: {
    done: ['done', 'The rollback of "{stack}" is complete.'],
    'rolled-back': ['done', 'The rollback of "{stack}" is complete.'],
    gone: ['stuck', 'The stack "{stack}" was deleted by somebody else.'],
    stuck: ['stuck', 'The rollback of "{stack}" failed again; it is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
  cancel: {
    done: ['refused', 'The update of "{stack}" was over before it could be cancelled.'],
    'rolled-back': ['done', 'The update of "{stack}" is cancelled; it is as it was before.'],
    gone: ['stuck', 'The stack "{stack}" was deleted by somebody else.'],
    stuck: ['stuck', 'The update of "{stack}" is cancelled, and could not be rolled back: it is in {state}.'],
    busy: BUSY,
    idle: NEVER,
  },
};
