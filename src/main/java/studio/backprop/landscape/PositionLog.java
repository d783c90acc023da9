package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Session;

/**
 * Log of a run's positions in weight space. When full, every second position is dropped and the stride doubles; the first is kept. Does not
 * affect training. Not thread-safe: training thread only.
 */
public final class PositionLog {
  /** Limit of positions of a large network. */
  public static final int MOST = 250;
  /** Memory limit of a small network, in numbers, which allows more positions. */
  private static final long SMALL_NUMBERS = 200_000;
  /** Limit of positions of a small network, for plots and losses in seconds. */
  public static final int MOST_OF_SMALL = 5_000;
  /** Memory limit of all logs of a comparison, in numbers. */
  private static final long MOST_NUMBERS = 50_000_000;
  private static final int MEMORY_SHARE = 16;
  private static final int FEWEST = 2;

  private final Session session;
  private final Parameters parameters;
  private final WeightLayout layout;
  private final WeightLayout states;
  private final float[][] arrays;
  private final float[][] stateArrays;
  private final int most;
  private final List<WeightPosition> kept = new ArrayList<>();
  private float[] before;
  private float[] now;
  private long stride = 1;
  private double length;
  private double way;

  /** Begins with the session's position. @param most limit of positions, see {@link #mostFor} */
  public PositionLog(Session session, int most) {
    this.session = session;
    this.parameters = session.parameters();
    this.layout = WeightLayout.learned(parameters);
    this.states = WeightLayout.states(parameters);
    this.arrays = layout.arrays(parameters);
    this.stateArrays = states.arrays(parameters);
    this.most = Math.max(FEWEST, most);
    this.before = layout.read(parameters);
    this.now = before.clone();
    keep();
  }

  /** Limit of positions of each run. @param weights of one run */
  public static int mostFor(long weights, int runs) {
    long numbers = Math.min(MOST_NUMBERS, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / Float.BYTES);
    long wanted = Math.max(MOST, Math.min(MOST_OF_SMALL, SMALL_NUMBERS / Math.max(1, weights)));
    return (int) Math.max(FEWEST, Math.min(wanted, numbers / Math.max(1, weights * runs)));
  }

  /** To be called after each step. */
  public void stepped() {
    layout.read(arrays, now);
    length = moved();
    way += length;
    if ((session.steps() - kept.get(0).step()) % stride == 0) {
      if (kept.size() >= most) {
        thin();
      }
      if ((session.steps() - kept.get(0).step()) % stride == 0) {
        keep();
      }
    }
  }

  /** Length of the last step; updates the previous position. */
  private double moved() {
    float[] moved = before;
    for (int i = 0; i < moved.length; i++) {
      moved[i] = now[i] - moved[i];
    }
    double squares = session.kernels().sumOfSquares(moved, moved.length);
    before = now;
    now = moved; // reused at the next step
    return Math.sqrt(squares);
  }

  private void keep() {
    float[] state = new float[states.count()];
    states.read(stateArrays, state);
    kept.add(new WeightPosition(session.steps(), before.clone(), state, length, way));
  }

  private void thin() {
    List<WeightPosition> every = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      every.add(kept.get(i));
    }
    kept.clear();
    kept.addAll(every);
    stride *= 2;
  }

  /** Trail up to the current position. To be called between two steps. */
  public WeightTrail trail() {
    List<WeightPosition> positions = new ArrayList<>(kept);
    WeightPosition last = positions.get(positions.size() - 1);
    float[] here = layout.read(parameters);
    // restored weights of the best epoch are not of the last step
    boolean known = last.step() == session.steps() && Arrays.equals(last.weights(), here);
    if (!known) {
      if (last.step() == session.steps() && positions.size() > 1) {
        positions.remove(positions.size() - 1);
      }
      positions.add(new WeightPosition(session.steps(), here, states.read(parameters), length, way));
    }
    return new WeightTrail(session.project(), session.data(), parameters.copy(), layout, List.copyOf(positions), stride,
        session.fault().isPresent());
  }
}
