package studio.backprop.ui.workspace.run;

/** Ring buffer of the last values of a metric of each step. */
public final class RecentValues {
  public static final int COUNT = 200;

  private final float[] values = new float[COUNT];
  private long added;

  void add(double value) {
    values[(int) (added++ % COUNT)] = (float) value;
  }

  /** Copies the values, oldest first; returns their number. */
  public int copyTo(float[] to) {
    int count = (int) Math.min(added, COUNT);
    for (int i = 0; i < count; i++) {
      to[i] = values[(int) ((added - count + i) % COUNT)];
    }
    return count;
  }
}
