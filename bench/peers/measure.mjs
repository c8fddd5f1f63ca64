// Checks and times an engine: a function from a cart to a Map (or a promise of one) of campaign ids to cents.

/** Throws unless the engine gives what the workload expects, for every cart (a sample of them for slow engines). */
export async function check(name, peer, workload, decides) {
  const step = workload.campaigns.length >= 10_000 ? 100 : workload.campaigns.length >= 1_000 ? 20 : 1;
  for (let i = 0; i < workload.carts.length; i += step) {
    const found = peer.read(await peer.run(workload.carts[i], peer.prepare?.(workload.carts[i])));
    const expected = workload.expected[i];
    const ids = Object.keys(expected);
    const same = found.size === ids.length && ids.every((id) => (decides ? found.has(Number(id)) : Math.abs((found.get(Number(id)) ?? 0) - expected[id]) < (peer.tolerance ?? 1e-6)));
    if (!same)
      throw new Error(`${name} differs on cart ${i}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(Object.fromEntries(found))}`);
  }
}

/** Microseconds of one evaluation: the fastest of rounds over carts in rotation. What prepare does is not timed. */
export async function microseconds(peer, carts, rounds = 5, milliseconds = 250) {
  let next = 0;
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    let spent = 0;
    let calls = 0;
    const end = performance.now() + milliseconds * 4;
    while (spent < milliseconds && performance.now() < end) {
      const cart = carts[next++ % carts.length];
      const prepared = peer.prepare?.(cart);
      const start = performance.now();
      const result = peer.run(cart, prepared);
      if (result instanceof Promise) await result;
      spent += performance.now() - start;
      calls++;
    }
    if (round > 0) times.push((spent * 1000) / calls);
  }
  return Math.min(...times);
}
