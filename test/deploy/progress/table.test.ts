import { expect } from 'chai';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { events, result, watched } from './play.js';
import { Stage } from './stage.js';

const watch: DeployEvent = {
  kind: 'watch',
  stack: 'shop',
  resources: [watched('Network'), watched('DB<Network'), watched('Queue'), watched('Server<DB,Queue')],
};

describe('the live table', () => {
  it('shows each resource with its state, its time, and what it waits for', () => {
    const { screen } = new Stage(80, 24).play(
      watch,
      ...events(
        '0 shop CREATE_IN_PROGRESS',
        '1 Network CREATE_IN_PROGRESS',
        '1 Queue CREATE_IN_PROGRESS',
        '13 Network CREATE_COMPLETE',
        '14 DB CREATE_IN_PROGRESS',
        '76 DB CREATE_IN_PROGRESS Resource creation Initiated',
      ),
    );
    expect(screen.text).to.deep.equal([
      '✓ Network  created       12s  AWS::EC2::VPC  shop.yaml:2',
      '⠙ DB       creating    1m02s  AWS::RDS::DBInstance  shop.yaml:5',
      '⠙ Queue    creating    1m15s  AWS::SQS::Queue  shop.yaml:8',
      '· Server   waiting            for DB, Queue',
      `${'█'.repeat(10)}${'░'.repeat(62)} 1 of 4`,
      'shop  CREATE_IN_PROGRESS  1m16s',
    ]);
  });

  it('says less on a narrow terminal', () => {
    const { screen } = new Stage(40, 10).play(
      watch,
      ...events('0 shop CREATE_IN_PROGRESS', '1 Network CREATE_IN_PROGRESS'),
    );
    expect(screen.text).to.deep.equal([
      '⠙ Network  creating       0s  EC2::VPC',
      '· DB       waiting            for Netw…',
      '· Queue    waiting            SQS::Que…',
      '· Server   waiting            for DB, …',
      `${'░'.repeat(32)} 0 of 4`,
      'shop  CREATE_IN_PROGRESS  1s',
    ]);
  });

  it('is drawn with ASCII where nothing else is shown', () => {
    const { screen } = new Stage(40, 10, { unicode: false }).play(
      watch,
      ...events(
        '0 shop CREATE_IN_PROGRESS',
        '1 Network CREATE_IN_PROGRESS',
        '5 Network CREATE_COMPLETE',
        '5 DB CREATE_FAILED No.',
      ),
    );
    expect(screen.text.slice(0, 5)).to.deep.equal([
      '+ Network  created        4s  EC2::VPC',
      'x DB       failed         0s  No.',
      '. Queue    waiting            SQS::Que…',
      '. Server   waiting            for Queue',
      `${'#'.repeat(28)}${'-'.repeat(4)} 2 of 4`,
    ]);
  });

  it('lets what is finished go above where there are more resources than lines, and counts what has no room', () => {
    const many = Array.from({ length: 20 }, (_, index) => `R${index}`);
    const stage = new Stage(40, 8).play(
      { kind: 'watch', stack: 'shop', resources: many.map((id) => watched(id)) },
      ...events('0 shop CREATE_IN_PROGRESS'),
      ...many.slice(0, 4).flatMap((id) => events(`1 ${id} CREATE_IN_PROGRESS`)),
      ...events('3 R1 CREATE_COMPLETE', '4 R3 CREATE_COMPLETE'),
    );
    expect(stage.screen.text).to.deep.equal([
      '✓ R1    created        2s  SNS::Topic',
      '✓ R3    created        3s  SNS::Topic',
      '⠙ R0    creating       3s  SNS::Topic',
      '⠙ R2    creating       3s  SNS::Topic',
      '· R4    waiting            SNS::Topic',
      '· R5    waiting            SNS::Topic',
      '· 14 more waiting',
      `${'█'.repeat(4)}${'░'.repeat(27)} 2 of 20`,
      'shop  CREATE_IN_PROGRESS  4s',
    ]);
    stage.play(...many.slice(4, 14).flatMap((id) => events(`5 ${id} CREATE_IN_PROGRESS`)));
    expect(stage.screen.text.slice(2, 7)).to.deep.equal([
      '⠹ R0    creating       4s  SNS::Topic',
      '⠹ R2    creating       4s  SNS::Topic',
      '⠹ R4    creating       0s  SNS::Topic',
      '⠹ R5    creating       0s  SNS::Topic',
      '· 8 more going on, 6 more waiting',
    ]);
  });

  it('has the resources of a nested stack under it', () => {
    const { screen } = new Stage(60, 12).play(
      { kind: 'watch', stack: 'shop', resources: [watched('Data'), watched('DB')] },
      ...events(
        '0 shop CREATE_IN_PROGRESS',
        '1 Data CREATE_IN_PROGRESS',
        '2 Data/Table CREATE_IN_PROGRESS',
        '2 Data/More CREATE_IN_PROGRESS',
        '3 Data/More/Topic CREATE_COMPLETE',
      ),
    );
    expect(screen.text.slice(0, 5).map((line) => line.slice(0, 21).trimEnd())).to.deep.equal([
      '⠙ Data       creating',
      '⠙   Table    creating',
      '⠙   More     creating',
      '✓     Topic  created',
      '· DB         waiting',
    ]);
  });

  it('is left with what goes on where nobody watches any more', () => {
    const stage = new Stage(60, 12).play(watch, ...events('0 shop CREATE_IN_PROGRESS', '1 DB CREATE_IN_PROGRESS'));
    stage.view.close();
    expect(stage.screen.text.slice(0, 2)).to.deep.equal([
      '… DB       creating       0s  RDS::DBInstance  shop.yaml:5',
      '· 3 waiting',
    ]);
  });

  it('leaves a record behind, and the end below it', () => {
    const stage = new Stage(60, 12).play(
      watch,
      ...events('0 shop CREATE_IN_PROGRESS', '1 Network CREATE_COMPLETE', '2 shop CREATE_COMPLETE'),
      { kind: 'end', result: result({ outputs: { Url: { value: 'http://a' } }, next: ['jiml outputs'] }) },
    );
    expect(stage.screen.text).to.deep.equal([
      '✓ Network  created        0s  AWS::EC2::VPC  shop.yaml:2',
      '· 3 not begun',
      `${'█'.repeat(52)} 1 of 4`,
      'shop  CREATE_COMPLETE  2s',
      '',
      'The stack "shop" was created.',
      '',
      'Outputs:',
      '  Url  http://a',
      '',
      'Next:',
      '  jiml outputs',
    ]);
    expect(stage.screen.cursorShown).to.equal(true);
    expect(stage.ticking).to.equal(undefined);
    expect(stage.screen.listening).to.equal(0);
  });

  it('keeps what is said above it, and a step only as long as it takes', () => {
    const stage = new Stage(60, 12);
    stage.play({ kind: 'step', text: 'creating a change set' });
    stage.clock.at(3000);
    expect(stage.frame().screen.text).to.deep.equal(['⠹ creating a change set  3s']);
    stage.play({ kind: 'note', text: 'It is new.' });
    expect(stage.screen.text).to.deep.equal(['note: It is new.', '⠸ creating a change set  3s']);
    stage.play(watch, { kind: 'warning', text: 'It is open.' }).frame();
    expect(stage.screen.text.slice(0, 3)).to.deep.equal([
      'note: It is new.',
      'warning: It is open.',
      '· Network  waiting            AWS::EC2::VPC  shop.yaml:2',
    ]);
  });

  it('makes room for a question, and tells afterwards what happened meanwhile', () => {
    const stage = new Stage(60, 12).play({ kind: 'note', text: 'Before.' }, watch);
    stage.view.pause();
    expect(stage.screen.text).to.deep.equal(['note: Before.']);
    expect(stage.screen.cursorShown).to.equal(true);
    stage.screen.write('Sure? y\n\r');
    stage.play({ kind: 'note', text: 'Meanwhile.' }, ...events('1 DB CREATE_COMPLETE'));
    stage.screen.resize(50, 10);
    expect(stage.screen.text).to.deep.equal(['note: Before.', 'Sure? y']);
    stage.view.resume();
    expect(stage.screen.text.slice(0, 5)).to.deep.equal([
      'note: Before.',
      'Sure? y',
      'note: Meanwhile.',
      '· Network  waiting            AWS::EC2::VPC',
      '✓ DB       created        0s  RDS::DBInstance',
    ]);
  });

  it('is left as it is, with the cursor below it, when the process ends', () => {
    const stage = new Stage(60, 12).play(watch);
    stage.screen.write('^C');
    expect(stage.screen.cursorShown).to.equal(false);
    stage.restore?.();
    expect(stage.screen.cursorShown).to.equal(true);
    expect(stage.screen.text[0]).to.equal('· Network  waiting            AWS::EC2::VPC  shop.yaml:2');
    expect(stage.screen.cursor).to.equal(6);
  });

  it('draws at most ten frames a second, each as one write, and nothing where nothing changed', () => {
    const stage = new Stage(60, 30).play(watch, ...events('0 shop CREATE_IN_PROGRESS'));
    const before = stage.screen.writes.length;
    for (let at = 0; at < 1000; at += 10) {
      stage.clock.at(at);
      for (const event of events(`${at / 1000} DB CREATE_IN_PROGRESS ${at}`)) stage.view.report(event);
    }
    expect(stage.screen.writes.length - before).to.be.within(1, 10);
  });

  it('writes only the lines that changed', () => {
    const stage = new Stage(60, 30).play(watch, ...events('0 shop CREATE_IN_PROGRESS', '1 DB CREATE_IN_PROGRESS'));
    stage.frame();
    expect(stage.screen.writes.at(-1)).to.contain('DB').and.not.to.contain('Network');
  });

  it('begins another table for another operation', () => {
    const { screen } = new Stage(60, 30).play(
      watch,
      ...events('0 shop DELETE_IN_PROGRESS', '1 DB DELETE_COMPLETE', '2 shop DELETE_COMPLETE'),
      { kind: 'watch', stack: 'shop', resources: [watched('Queue')] },
    );
    expect(screen.text).to.deep.equal([
      '✓ DB       deleted        0s  RDS::DBInstance  shop.yaml:5',
      '· 3 not begun',
      `${'█'.repeat(52)} 1 of 4`,
      'shop  DELETE_COMPLETE  2s',
      '· Queue  waiting            AWS::SQS::Queue  shop.yaml:8',
      `${'░'.repeat(52)} 0 of 1`,
      'shop',
    ]);
  });
});
