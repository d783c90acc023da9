package studio.backprop.ui.workspace.run;

/** The last few values of something measured at every step. */
public final class RecentValues {
  /** How many are kept. */
  public static final int COUNT = 200;

  private final float[] values = new float[COUNT];
  private long added;

  void add(double value) {
    values[(int) (added++ % COUNT)] = (float) value;
  }

  /** Copies them, oldest first, into an array with room for {@link #COUNT}, and says how many there are. */
  public int copyTo(float[] to) {
    int count = (int) Math.min(added, COUNT);
    for (int i = 0; i < count; i++) {
      to[i] = values[(int) ((added - count + i) % COUNT)];
    }
    return count;
  }
}
