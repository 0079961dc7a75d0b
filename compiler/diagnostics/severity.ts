/** How bad a finding is: an error stops, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note';
