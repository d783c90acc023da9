package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.landscape.WeightPlane.Kind;
import studio.backprop.tensor.Seeds;

/** Factory of planes in weight space. */
public final class WeightPlanes {
  /** Name that seeds random directions. */
  public static final String USE = "landscape";
  /** Number of weights up to which the plane is the whole weight space. */
  private static final int FLAT = 2;
  /** Distance of a broken run from the start, relative to the farthest of the others, above which it is ignored. */
  private static final double ASTRAY = 3;

  private WeightPlanes() {}

  /**
   * Plane of the first two principal components of all positions relative to a centre (not to their mean, so that it contains the centre).
   * Of one or two weights, the whole space.
   *
   * @param trails of one architecture
   * @param centre such as the end of a run
   * @param rest called often; may block, or throw to abort
   */
  public static WeightPlane steps(List<WeightTrail> trails, float[] centre, Runnable rest) {
    if (isWhole(centre.length)) {
      double[] second = centre.length < FLAT ? new double[centre.length] : axis(FLAT, 1);
      return new WeightPlane(Kind.WEIGHTS, new float[centre.length], axis(centre.length, 0), second, Double.NaN, Double.NaN, 0);
    }
    List<float[]> positions = counted(trails).stream().map(WeightPosition::weights).toList();
    return new PositionComponents(positions, centre, rest).plane();
  }

  /** Whether the plane is the whole weight space. */
  public static boolean isWhole(int weights) {
    return weights <= FLAT;
  }

  /** Positions without those of diverged runs, which would dominate the plane. */
  static List<WeightPosition> counted(List<WeightTrail> trails) {
    double farthest = 0;
    for (WeightTrail trail : trails) {
      for (WeightPosition position : trail.broke() ? List.<WeightPosition>of() : trail.positions()) {
        farthest = Math.max(farthest, trail.fromStart(position));
      }
    }
    List<WeightPosition> counted = new ArrayList<>();
    for (WeightTrail trail : trails) {
      for (WeightPosition position : trail.positions()) {
        boolean near = !trail.broke() || farthest == 0 || trail.fromStart(position) <= ASTRAY * farthest;
        if (near && position.finite()) {
          counted.add(position);
        }
      }
    }
    return counted;
  }

  private static double[] axis(int count, int place) {
    double[] axis = new double[count];
    axis[place] = 1;
    return axis;
  }

  /**
   * A plane through a centre along two filter-normalized random directions, see {@link FilterDirection}. At a = 1 each filter has moved by
   * its own norm.
   *
   * @return empty if all such directions are collinear: each unit has one weight
   */
  public static Optional<WeightPlane> random(WeightLayout layout, float[] centre, Seeds seeds) {
    FilterDirection directions = new FilterDirection(layout, centre);
    SplittableRandom random = seeds.source(USE);
    double[] first = directions.draw(random);
    double[] second = directions.draw(random);
    if (FilterDirection.zero(first) || FilterDirection.parallel(first, second)) {
      return Optional.empty();
    }
    return Optional.of(new WeightPlane(Kind.RANDOM, centre.clone(), first, second, Double.NaN, Double.NaN, 0));
  }

  /**
   * Plane through three points (Garipov et al. 2018): the first direction leads to the second point, the second is orthogonal.
   *
   * @return empty for collinear points
   */
  public static Optional<WeightPlane> ends(float[] origin, float[] along, float[] third) {
    double[] first = difference(along, origin);
    double[] second = difference(third, origin);
    if (FilterDirection.zero(first) || FilterDirection.parallel(first, second)) {
      return Optional.empty();
    }
    scale(first, 1 / length(first));
    double shared = 0;
    for (int i = 0; i < first.length; i++) {
      shared += first[i] * second[i];
    }
    for (int i = 0; i < first.length; i++) {
      second[i] -= shared * first[i];
    }
    scale(second, 1 / length(second));
    return Optional.of(new WeightPlane(Kind.ENDS, origin.clone(), first, second, Double.NaN, Double.NaN, 0));
  }

  private static double[] difference(float[] a, float[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = (double) a[i] - b[i];
    }
    return difference;
  }

  static double length(double[] direction) {
    double sum = 0;
    for (double part : direction) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }

  static void scale(double[] direction, double factor) {
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= factor;
    }
  }
}
