import { expect } from 'chai';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { events, watched } from './play.js';
import { Stage } from './stage.js';

const watch: DeployEvent = {
  kind: 'watch',
  stack: 'shop',
  resources: [watched('Network'), watched('DB<Network'), watched('Queue'), watched('Server<DB,Queue')],
};

describe('the live table, where not all is made anew,', () => {
  it('shows a rollback: what failed stays to be seen, the bar begins anew, what never began is counted', () => {
    const stage = new Stage(60, 12).play(
      watch,
      ...events(
        '0 shop CREATE_IN_PROGRESS',
        '1 Network CREATE_COMPLETE',
        '1 Queue CREATE_IN_PROGRESS',
        '2 DB CREATE_IN_PROGRESS',
        '63 DB CREATE_FAILED No such class.',
        '63 Queue CREATE_FAILED Resource creation cancelled',
        '64 shop ROLLBACK_IN_PROGRESS',
        '65 DB DELETE_IN_PROGRESS',
        '65 Queue DELETE_COMPLETE',
      ),
    );
    expect(stage.screen.text).to.deep.equal([
      '✓ Network  created        0s  AWS::EC2::VPC  shop.yaml:2',
      '⠙ DB       deleting       0s  No such class.',
      '↩ Queue    deleted        0s  AWS::SQS::Queue  shop.yaml:8',
      '· 1 not begun',
      `${'░'.repeat(52)} 1 of 3`,
      'shop  ROLLBACK_IN_PROGRESS  1m05s',
    ]);
    stage.play(...events('66 DB DELETE_COMPLETE', '66 Network DELETE_COMPLETE', '66 shop ROLLBACK_COMPLETE'));
    expect(stage.screen.text).to.deep.equal([
      '↩ Network  deleted        0s  AWS::EC2::VPC  shop.yaml:2',
      '✗ DB       failed      1m01s  No such class.',
      '↩ Queue    deleted        0s  AWS::SQS::Queue  shop.yaml:8',
      '· 1 not begun',
      `${'█'.repeat(52)} 3 of 3`,
      'shop  ROLLBACK_COMPLETE  1m06s',
    ]);
  });

  it('shows what is deleted because it could not be created as undone', () => {
    const { screen } = new Stage(60, 12).play(
      watch,
      ...events(
        '0 shop CREATE_IN_PROGRESS',
        '1 Network CREATE_COMPLETE',
        '3 DB CREATE_FAILED No such class.',
        '4 shop DELETE_IN_PROGRESS',
        '5 Network DELETE_COMPLETE',
        '5 DB DELETE_COMPLETE',
      ),
    );
    expect(screen.text).to.deep.equal([
      '↩ Network  deleted        0s  AWS::EC2::VPC  shop.yaml:2',
      '✗ DB       failed         0s  No such class.',
      '· 2 not begun',
      `${'█'.repeat(52)} 2 of 2`,
      'shop  DELETE_IN_PROGRESS  5s',
    ]);
  });

  it('shows an update with what is replaced, and nothing of what stays', () => {
    const { screen } = new Stage(60, 12).play(
      {
        kind: 'watch',
        stack: 'shop',
        resources: [watched('Network', 'none'), watched('DB<Network', 'replace'), watched('Queue', 'remove')],
      },
      ...events(
        '0 shop UPDATE_IN_PROGRESS',
        '1 DB UPDATE_IN_PROGRESS',
        '9 DB UPDATE_COMPLETE',
        '9 shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        '10 DB DELETE_IN_PROGRESS',
        '10 Queue DELETE_IN_PROGRESS',
        '12 DB DELETE_COMPLETE',
      ),
    );
    expect(screen.text.slice(0, 2)).to.deep.equal([
      '✓ DB     replaced      10s  RDS::DBInstance  shop.yaml:5',
      '⠙ Queue  deleting       2s  AWS::SQS::Queue  shop.yaml:8',
    ]);
  });
});
