package studio.backprop.op;

import studio.backprop.kernel.Workers;

/** Parallel loop over independent planes; sequential if short. */
final class PlaneLoop {
  /** Below this many numbers, the overhead of waking a thread exceeds the gain. */
  private static final int WORTH_SHARING = 1 << 17;

  private static final int CHUNKS = 8;
  private static final int PIECE = 4096;

  /** Processes the planes from {@code from} to before {@code to}. */
  interface Body {
    void run(int from, int to);
  }

  private final Workers workers;
  private final int chunks;
  private final Workers.Job job;

  PlaneLoop(Workers workers, int planes, long numbers, Body body) {
    this.workers = workers;
    this.chunks = numbers < WORTH_SHARING ? 1 : Math.min(CHUNKS, planes);
    this.job = chunk -> body.run(chunk * planes / chunks, (chunk + 1) * planes / chunks);
  }

  /** Over single numbers, in chunks of whole vectors. */
  static PlaneLoop overNumbers(Workers workers, int count, Body body) {
    int pieces = (count + PIECE - 1) / PIECE;
    return new PlaneLoop(workers, pieces, count, (from, to) -> body.run(from * PIECE, Math.min(count, to * PIECE)));
  }

  void run() {
    if (chunks == 1) {
      job.run(0);
    } else {
      workers.run(chunks, job);
    }
  }
}
