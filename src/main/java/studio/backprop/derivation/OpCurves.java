package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.op.CostOp;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;

/** Samples ops as functions of one element. */
final class OpCurves {
  /** Twice the batch of a miniature, and the element's own value. */
  private static final int POINTS = 33;

  private static final double STRAIGHT = 1e-4;
  private static final double REACH = 3;

  private final Slopes slopes;
  private final Naming naming;

  OpCurves(Slopes slopes, Naming naming) {
    this.slopes = slopes;
    this.naming = naming;
  }

  /** Empty for linear ops, or those that do not treat examples separately. */
  Optional<OpCurve> of(Link link) {
    slopes.plan().mayStop();
    Op op = slopes.plan().steps().get(link.step()).op();
    boolean asked = !naming.sums(op) && !naming.isParameter(link.from().tensor()) && !(op instanceof CostOp);
    Miniature miniature = asked ? slopes.several(link.step(), link.from().row()) : null;
    if (miniature == null || !Double.isFinite(link.from().value())) {
      return Optional.empty();
    }
    double[] places = places(link.from().value(), op instanceof Elementwise || op instanceof Relu);
    double[] found = miniature.sweep(link.to(), link.from(), places);
    List<OpCurve.Point> points = new ArrayList<>();
    IntStream.range(0, places.length).filter(i -> Double.isFinite(found[i]))
        .forEach(i -> points.add(new OpCurve.Point(places[i], found[i])));
    return bends(points) ? Optional.of(new OpCurve(link.from().value(), link.to().value(), link.slope(), points)) : Optional.empty();
  }

  /** Around zero for functions of a single number, else around the current value. */
  private static double[] places(double x, boolean alone) {
    double half = alone ? Math.max(REACH, 1.25 * Math.abs(x)) : Math.max(1, Math.abs(x));
    double middle = alone ? 0 : x;
    return IntStream.range(0, POINTS).mapToDouble(i -> middle + half * (2.0 * i / (POINTS - 1) - 1)).toArray();
  }

  private static boolean bends(List<OpCurve.Point> points) {
    double height = points.stream().mapToDouble(OpCurve.Point::y).max().orElse(0) - points.stream().mapToDouble(OpCurve.Point::y).min()
        .orElse(0);
    for (int i = 1; i + 1 < points.size(); i++) {
      double middle = (points.get(i - 1).y() + points.get(i + 1).y()) / 2;
      if (Math.abs(points.get(i).y() - middle) > STRAIGHT * height) {
        return true;
      }
    }
    return false;
  }
}
