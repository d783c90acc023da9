package studio.backprop.run.time;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.record.KeptState;

/**
 * The memory of what checkpoints share, such as the blocks of a replay memory: each array counts once. What the newest checkpoint has, the
 * training itself has, too, and does not count.
 */
final class SharedArrays {
  private final Set<float[]> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private long all;
  private long newest;

  private static List<float[]> of(Checkpoint checkpoint) {
    return checkpoint.progressed().kept().map(KeptState::sharedArrays).orElse(List.of());
  }

  private static long bytes(float[] array) {
    return (long) array.length * Float.BYTES;
  }

  /** @param checkpoint newer than those before */
  void add(Checkpoint checkpoint) {
    newest = 0;
    for (float[] array : of(checkpoint)) {
      newest += bytes(array);
      all += known.add(array) ? bytes(array) : 0;
    }
  }

  void clear() {
    known.clear();
    all = 0;
    newest = 0;
  }

  /** What is there only because of the checkpoints. */
  long bytes() {
    return all - newest;
  }
}
