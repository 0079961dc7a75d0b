import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';

// A process that does nothing but have AWS's own engine look at a template.
const { status } = new RegoEngine().validateStandard(new TemplateFile(process.argv[2] ?? ''));
if (status !== 'OK') throw new Error(`AWS's engine ended with ${status}`);
