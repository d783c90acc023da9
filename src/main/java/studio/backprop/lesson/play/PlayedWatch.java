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

/** What is watched while a lesson is played without a screen: checks, judged at each step, and a curve that is to be drawn. */
final class PlayedWatch {
  private final List<Judge> judges = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private Optional<PredictCurve> traced = Optional.empty();
  private final List<Double> trace = new ArrayList<>();

  /** Judges a check from now on. @return its number */
  int add(Check check) {
    judges.add(new Judge(check));
    verdicts.add(Verdict.NOT_YET);
    return judges.size() - 1;
  }

  Verdict verdict(int watched) {
    return verdicts.get(watched);
  }

  /** Whether the time of a check is over without its having held. */
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

  /** @param thorough whether training rests, or an epoch has ended */
  void look(Facts now, Network network, boolean thorough) {
    for (int i = 0; i < judges.size(); i++) {
      Verdict verdict = judges.get(i).look(now, network, thorough);
      if (verdicts.get(i) != Verdict.YES || thorough) {
        verdicts.set(i, verdict);
      }
    }
  }

  /** Follows a curve from now on. */
  void trace(PredictCurve curve, ToDoubleFunction<Expression> value) {
    traced = Optional.of(curve);
    trace.clear();
    if (curve.epochs()) { // of a step the value of now is the first that is measured
      trace.add(value.applyAsDouble(Curves.now(curve.y())));
    }
  }

  /** A step was taken. */
  void follow(boolean atEpochEnd, ToDoubleFunction<Expression> value) {
    traced.filter(curve -> !curve.epochs() || atEpochEnd).ifPresent(curve -> trace.add(value.applyAsDouble(curve.y())));
  }

  /** Result so far; stops observing. */
  double[] traced() {
    traced = Optional.empty();
    return trace.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
