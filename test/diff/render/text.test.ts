import { expect } from 'chai';
import { text } from '../../../compiler/diff/render/text.js';
import { comparison, everything, hostile, modified, named, property, where } from './fixtures.js';

const plain = { all: false, full: false, colour: false };

describe('the text of a difference', () => {
  it('says what is risky first, then resource by resource, and counts', () => {
    expect(text([everything], plain)).to.equal(`From git:HEAD:shop.yaml to shop.yaml

Data is lost
  ! Old is deleted with its data. git:HEAD:shop.yaml:7

Access gets wider
  ! Everybody gets in. shop.yaml:40

Exports go away
  ! Url goes away.

~ Address (AWS::EC2::EIPAssociation) is replaced shop.yaml:20
    Address is replaced because Server is replaced because ImageId cannot change in place (shop.yaml:14).
    ~ InstanceId [replaces it, through Server]

~ Server (AWS::EC2::Instance) is replaced shop.yaml:14
    Server is replaced because ImageId cannot change in place (shop.yaml:14).
    ~ ImageId: "ami-1" → "ami-2" [replaces it]
    ~ UserData, line by line: [may replace it]
        @@ line 4 @@
          c
          d
        - e
        + f

~ DB (AWS::RDS::DBInstance) may be replaced shop.yaml:30
    DB may be replaced because Engine sometimes cannot change in place (shop.yaml:30).
    If it is replaced, the old one is deleted; a snapshot of its data is kept.
    ~ Name: "old" → "new"

- Old (AWS::EC2::Instance) is removed shop.yaml:4 (line 7 before)
    It is deleted with its data.
    New has the same content: for CloudFormation it is a new resource.

~ Topic (AWS::EC2::Instance) changes in place shop.yaml:4
    - Tags[0].Value: "x"

~ Alarm (AWS::EC2::Instance) changes in its metadata only shop.yaml:4
    + Metadata.Owner: "me"

+ New (AWS::EC2::Instance) is added shop.yaml:4
    It has the same content as Old, which goes away: CloudFormation makes a new one and deletes the old one. To keep it, call it Old again, or rename Old to New with a stack refactoring first.

+ Parameter Image: {"Type":"String"}
~ Description: "a" → "b"
+ CAPABILITY_IAM is needed now, for Role

2 places are written differently and mean the same; --all shows them.

1 to add, 3 to change (1 of them may be replaced), 2 to replace, 1 to delete, and 2 other changes of the template.
`);
  });

  it('lists with --all what only looks different', () => {
    const said = text([everything], { ...plain, all: true });
    expect(said).to.include('mean the same:\n    Topic: Name\n    Server: DependsOn\n').and.not.include('--all');
  });

  it('shows with --full what is added', () => {
    expect(text([everything], plain)).not.to.include('+ A: 1');
    expect(text([everything], { ...plain, full: true })).to.include('+ A: 1\n');
  });

  const long = `${'a'.repeat(300)}X${'b'.repeat(300)}`;
  it('cuts long values around what differs', () => {
    const change = modified('Long', { properties: [property('V', long, long.replace('X', 'Y'))] });
    const said = text([comparison({ resources: [change] })], plain);
    expect(said).to.match(/~ V: …a{20}|~ V: …a+Xb+… \(603 characters\) → …a+Yb+… \(603 characters\)\n/);
    expect(said.length).to.be.below(600);
    expect(text([comparison({ resources: [change] })], { ...plain, full: true })).to.include(`"${long}" → `);
  });

  it('says the line of both sides where they differ', () => {
    const moved = modified('A', { before: where(9), after: where(4) });
    expect(text([comparison({ resources: [moved] })], plain)).to.include('in place shop.yaml:4 (line 9 before)\n');
  });

  it('says that there is nothing', () => {
    expect(text([comparison({})], plain)).to.equal('From git:HEAD:shop.yaml to shop.yaml\n\nNothing would change.\n');
  });

  it('says what only a change set knows', () => {
    const changes = [
      { ...modified('Bucket'), action: 'import' } as const,
      modified('Nested', { later: true, properties: [] }),
      modified('Topic', { drift: 'modified', properties: [{ ...property('Name', 'a', 'b'), actual: 'c' }] }),
      modified('Zone', { drift: 'deleted', later: true, properties: [] }),
    ];
    expect(text([comparison({ resources: changes })], plain)).to.equal(`From git:HEAD:shop.yaml to shop.yaml

~ Nested (AWS::EC2::Instance) changes in place shop.yaml:4
    What is done with it is decided only while the change is carried out.

~ Topic (AWS::EC2::Instance) changes in place shop.yaml:4
    It was changed outside of CloudFormation.
    ~ Name: "c" → "b" [drifted from "a"]

~ Zone (AWS::EC2::Instance) changes in place shop.yaml:4
    It was deleted outside of CloudFormation. What is done with it is decided only while the change is carried out.

+ Bucket (AWS::EC2::Instance) is imported shop.yaml:4

0 to add, 1 to import, 3 to change, 0 to replace, 0 to delete.
`);
  });

  it('sums several up', () => {
    const said = text([everything, comparison({}, { after: 'b.yaml' })], plain);
    expect(said.match(/ to add, /g)).to.have.lengthOf(2);
    expect(said).to.match(/\n\nNothing would change\.\n\n1 to add, [^\n]*\n$/);
  });

  it('uses colours only where it is asked to', () => {
    expect(text([everything], plain)).not.to.include('\x1b');
    expect(text([everything], { ...plain, colour: true })).to.include('\x1b[31m- Tags[0].Value: "x"\x1b[0m');
  });

  for (const word of hostile) {
    it(`writes ${JSON.stringify(word)} as text`, () => {
      const said = text([named(word)], { all: true, full: true, colour: false });
      expect(said).not.to.match(/[^\n\P{Cc}]|\p{Bidi_Control}|\p{Cs}/u);
      expect(said).not.to.match(/^\s*(::|##)/m);
    });
  }
});
