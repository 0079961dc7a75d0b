import type { CloudFormation } from '../api/cloudformation.js';
import { type Caller, insist } from './insist.js';

/** A CloudFormation of which reading requests are made again where that can help, for those who know no `insist`. */
export function patient(caller: Caller): { readonly cloud: CloudFormation } {
  return {
    cloud: {
      call: (operation, input, signal) => insist(caller, operation, input, signal === undefined ? {} : { signal }),
    },
  };
}
