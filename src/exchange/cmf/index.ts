export type { CmfDocument } from './document.js';
export { exportCmf } from './export-cmf.js';
export { type CmfCounts, type CmfImport, importCmf } from './import-cmf.js';
export { documentTree, readDocument } from './read-document.js';
