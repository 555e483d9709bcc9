import { describePages } from './support/for-everyone.js';

describePages('tfx');
