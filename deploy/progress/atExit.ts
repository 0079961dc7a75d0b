const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `restore` when the process ends in a way that runs no `finally`: by `process.exit`, by an exception that nobody
 * caught, or by a signal that nobody else listens to, which then ends the process as it would have. Gives what takes
 * that back.
 */
export function atExit(restore: () => void): () => void {
  const listeners = signals.map((signal) => [signal, () => onSignal(signal)] as const);
  const stop = () => {
    process.off('exit', restore);
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    stop();
    restore();
    process.kill(process.pid, signal);
  };
  process.on('exit', restore);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return stop;
}

/**
 * Calls `leave` before the process is stopped (Ctrl-Z), and `back` when it goes on. Gives what takes that back. Windows
 * has nothing of the kind.
 */
export function atSuspend(leave: () => void, back: () => void): () => void {
  if (process.platform === 'win32') return () => {};
  const stop = () => {
    leave();
    process.kill(process.pid, 'SIGSTOP');
  };
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', back);
  return () => {
    process.off('SIGTSTP', stop);
    process.off('SIGCONT', back);
  };
}
