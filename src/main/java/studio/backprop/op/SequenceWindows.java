package studio.backprop.op;

/**
 * Windows over sequences of [time, features], unfolded into one row each: the features of its first step, then those of the next. Features
 * may be split into groups, each with rows of its own. Zero padding.
 */
final class SequenceWindows {
  private final int batch;
  private final int features;
  private final int width;
  private final WindowAxis along;

  SequenceWindows(int batch, int features, int groups, WindowAxis along) {
    this.batch = batch;
    this.features = features;
    this.width = features / groups;
    this.along = along;
  }

  /** Overwrites the rows of one group (im2col). */
  void write(float[] x, int group, float[] rows, int rowsAt) {
    int to = rowsAt;
    for (int example = 0; example < batch; example++) {
      for (int step = 0; step < along.steps(); step++) {
        for (int tap = 0; tap < along.kernel(); tap++, to += width) {
          copy(x, at(example, group, place(step, tap)), rows, to);
        }
      }
    }
  }

  /** Accumulates the rows of one group (col2im). */
  void addBack(float[] rows, int group, float[] dx) {
    int from = 0;
    for (int example = 0; example < batch; example++) {
      for (int step = 0; step < along.steps(); step++) {
        for (int tap = 0; tap < along.kernel(); tap++, from += width) {
          add(rows, from, dx, at(example, group, place(step, tap)));
        }
      }
    }
  }

  /** Time step of a tap; may be outside the sequence. */
  private int place(int step, int tap) {
    return step * along.stride() + tap * along.dilation() - along.before();
  }

  /** Offset of the group's features at that time step; negative where there is none. */
  private int at(int example, int group, int time) {
    return time < 0 || time >= along.size() ? -1 : (example * along.size() + time) * features + group * width;
  }

  private void copy(float[] from, int fromAt, float[] to, int toAt) {
    if (fromAt < 0) {
      for (int i = 0; i < width; i++) {
        to[toAt + i] = 0;
      }
    } else {
      for (int i = 0; i < width; i++) {
        to[toAt + i] = from[fromAt + i];
      }
    }
  }

  private void add(float[] from, int fromAt, float[] to, int toAt) {
    for (int i = 0; i < width && toAt >= 0; i++) {
      to[toAt + i] += from[fromAt + i];
    }
  }
}
