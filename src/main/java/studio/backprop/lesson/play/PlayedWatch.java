package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.Judge;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.network.Network;

/** Observes a training in headless execution: checks, evaluated at each step, and a curve to be drawn. */
final class PlayedWatch {
  private final List<Judge> judges = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private Optional<PredictCurve> traced = Optional.empty();
  private final List<Double> trace = new ArrayList<>();

  /** Evaluates a check from now on. @return its index */
  int add(Check check) {
    judges.add(new Judge(check));
    verdicts.add(Verdict.NOT_YET);
    return judges.size() - 1;
  }

  Verdict verdict(int watched) {
    return verdicts.get(watched);
  }

  /** Whether the time of a check has passed without its holding. */
  boolean isLost(int watched) {
    return judges.get(watched).isLost();
  }

  boolean isEmpty() {
    return judges.isEmpty();
  }

  void clear() {
    judges.clear();
    verdicts.clear();
  }

  /** @param thorough whether training is paused, or an epoch has ended */
  void look(Facts now, Network network, boolean thorough) {
    for (int i = 0; i < judges.size(); i++) {
      Verdict verdict = judges.get(i).look(now, network, thorough);
      if (verdicts.get(i) != Verdict.YES || thorough) {
        verdicts.set(i, verdict);
      }
    }
  }

  /** Records a curve from now on. */
  void trace(PredictCurve curve, ToDoubleFunction<Expression> value) {
    traced = Optional.of(curve);
    trace.clear();
    if (curve.epochs()) { // over steps, the first measured value is that of the current weights
      trace.add(value.applyAsDouble(Curves.now(curve.y())));
    }
  }

  /** Called after each step. */
  void follow(boolean atEpochEnd, ToDoubleFunction<Expression> value) {
    traced.filter(curve -> !curve.epochs() || atEpochEnd).ifPresent(curve -> trace.add(value.applyAsDouble(curve.y())));
  }

  /** Values of the curve so far; stops recording. */
  double[] traced() {
    traced = Optional.empty();
    return trace.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
