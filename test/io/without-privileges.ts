const NOBODY = 65_534;

/** Does something as a user whom permissions bind: the superuser reads and writes whatever a test forbids. */
export async function withoutPrivileges(work: () => Promise<void>): Promise<void> {
  const user = process.geteuid?.();
  if (user !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid?.(user);
  }
}
