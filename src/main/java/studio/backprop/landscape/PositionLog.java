package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Session;

/**
 * Writes down where a run stands, step by step, evenly thinned: once the log is full, every second position is dropped and from then on
 * only every second step is kept. The first is always kept. It only reads the weights, so that training has the bits that it has without.
 * One thread at a time, that of the session.
 */
public final class PositionLog {
  /** So many positions of a large network draw a smooth trail; a short run keeps each step, also those that leap from side to side. */
  public static final int MOST = 250;
  /** A small network keeps more: as many as hold so many numbers, since its steps cost little to keep and to measure. */
  private static final long SMALL_NUMBERS = 200_000;
  /** And not more than these, so that a trail is drawn and its losses are measured in seconds. */
  public static final int MOST_OF_SMALL = 5_000;
  /** All logs of a comparison together keep so many numbers at most, or this share of the memory. */
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

  /** Begins with where the session stands. @param most positions that are kept, see {@link #mostFor} */
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

  /** How many positions each of so many runs may keep. @param weights learned numbers of one run */
  public static int mostFor(long weights, int runs) {
    long numbers = Math.min(MOST_NUMBERS, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / Float.BYTES);
    long wanted = Math.max(MOST, Math.min(MOST_OF_SMALL, SMALL_NUMBERS / Math.max(1, weights)));
    return (int) Math.max(FEWEST, Math.min(wanted, numbers / Math.max(1, weights * runs)));
  }

  /** Writes down where a step has led; to be called after each. */
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

  /** ‖now − before‖; what is now is before from then on. */
  private double moved() {
    float[] moved = before;
    for (int i = 0; i < moved.length; i++) {
      moved[i] = now[i] - moved[i];
    }
    double squares = session.kernels().sumOfSquares(moved, moved.length);
    before = now;
    now = moved; // to be written over at the next step
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

  /** What was written down so far; its last position is where the run stands now. To be called between two steps. */
  public WeightTrail trail() {
    List<WeightPosition> positions = new ArrayList<>(kept);
    WeightPosition last = positions.get(positions.size() - 1);
    float[] here = layout.read(parameters);
    // weights of the best epoch, taken back at the end, have no step of their own
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
