package studio.backprop.doctor;

import java.util.List;
import studio.backprop.data.PreparedData;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorFigures;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/** Evaluates recorded adversarial rounds that are not evaluated yet. Not thread-safe. */
final class EvaluatedRounds {
  private final Project project;
  private final PreparedData data;
  private Parameters seen;
  private GeneratorEvaluator judge;

  EvaluatedRounds(Project project, PreparedData data) {
    this.project = project;
    this.data = data;
  }

  /** Oldest first; empty if none were recorded. */
  List<GeneratorFigures> of(HealthStats stats) {
    return stats.kept().stream().flatMap(kept -> kept.rounds().stream()
        .map(round -> round.judged(weights -> judge(kept.kernels(), round.step(), weights)))).toList();
  }

  private GeneratorFigures judge(Kernels kernels, long step, Parameters weights) {
    if (judge == null) {
      seen = weights.copy();
      judge = new GeneratorEvaluator(project, data, kernels, seen);
    }
    seen.follow(weights);
    return judge.figures(step);
  }
}
