import type { StackStatus } from '../api/cloudformation.js';

/** What CloudFormation did after something had failed, by the state that the stack is in. */
export const aftermath: Readonly<Record<StackStatus, string>> = {
  REVIEW_IN_PROGRESS: 'CloudFormation has created nothing yet.',
  CREATE_IN_PROGRESS: 'CloudFormation goes on creating what does not depend on it.',
  CREATE_COMPLETE: 'CloudFormation created the rest.',
  CREATE_FAILED: 'CloudFormation kept what had been created, as it was told to.',
  UPDATE_IN_PROGRESS: 'CloudFormation goes on with what does not depend on it.',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'CloudFormation updated the rest, and is deleting what is no longer needed.',
  UPDATE_COMPLETE: 'CloudFormation updated the rest; what it could not delete is no longer part of the stack.',
  UPDATE_FAILED: 'CloudFormation kept what had been changed, as it was told to.',
  DELETE_IN_PROGRESS: 'CloudFormation goes on deleting the rest.',
  DELETE_COMPLETE: 'CloudFormation deleted the stack with what had been created.',
  DELETE_FAILED: 'CloudFormation deleted the rest; the stack is still there, with what could not be deleted.',
  IMPORT_IN_PROGRESS: 'CloudFormation goes on importing.',
  IMPORT_COMPLETE: 'CloudFormation imported the rest.',
  ROLLBACK_IN_PROGRESS: 'CloudFormation is deleting what had been created.',
  ROLLBACK_COMPLETE: 'CloudFormation deleted what had been created; the empty stack can only be deleted.',
  ROLLBACK_FAILED: 'CloudFormation tried to delete what had been created, and could not delete all of it.',
  UPDATE_ROLLBACK_IN_PROGRESS: 'CloudFormation is putting back what had been changed.',
  UPDATE_ROLLBACK_FAILED: 'CloudFormation tried to put back what had been changed, and could not put back all of it.',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS:
    'CloudFormation put back what had been changed, and is deleting what the update had created.',
  UPDATE_ROLLBACK_COMPLETE: 'CloudFormation put back what had been changed; the stack is as it was before.',
  IMPORT_ROLLBACK_IN_PROGRESS: 'CloudFormation is letting go of what had been imported.',
  IMPORT_ROLLBACK_FAILED: 'CloudFormation could not let go of all that had been imported.',
  IMPORT_ROLLBACK_COMPLETE: 'CloudFormation let go of what had been imported; the resources themselves are untouched.',
};
