/** How long a handling that was cut short holds its webhook, ms: short, so that the test is. */
export const leaseMs = 1_000;
