package studio.backprop.run.time;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.record.KeptState;

/**
 * Memory of arrays shared by checkpoints, such as blocks of a replay memory. Counts each array once, without those of the newest
 * checkpoint, which the session itself holds.
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

  /** Bytes held by older checkpoints only. */
  long bytes() {
    return all - newest;
  }
}
