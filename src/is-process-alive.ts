/** Whether a process of that number runs, whichever user it belongs to. A number that no process can have is none's. */
export function isProcessAlive(pid: number): boolean {
  // 0 and below mean groups of processes.
  if (!(pid > 0)) return false;
  try {
    // Asks, and sends nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process runs too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
