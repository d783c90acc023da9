package studio.backprop.train.doctor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.data.PreparedData;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.train.judge.GeneratorFigures;
import studio.backprop.train.judge.GeneratorJudge;

/** Judges rounds that were kept, each once. One thread at a time. */
final class JudgedRounds {
  private final Project project;
  private final PreparedData data;
  private final Map<Parameters, GeneratorFigures> known = new IdentityHashMap<>();
  private Parameters seen;
  private GeneratorJudge judge;

  JudgedRounds(Project project, PreparedData data) {
    this.project = project;
    this.data = data;
  }

  /** Oldest first; empty where none were kept. */
  List<GeneratorFigures> of(HealthStats stats) {
    List<GeneratorFigures> all = new ArrayList<>();
    stats.kept().ifPresent(kept -> {
      kept.rounds().forEach(round -> all.add(known.computeIfAbsent(round.weights(), weights -> judge(kept, round))));
      known.keySet().removeIf(weights -> kept.rounds().stream().noneMatch(round -> round.weights() == weights));
    });
    return all;
  }

  private GeneratorFigures judge(KeptRounds kept, KeptRounds.Kept round) {
    if (judge == null) {
      seen = round.weights().copy();
      judge = new GeneratorJudge(project, data, kept.kernels(), seen);
    }
    float[][] values = seen.room();
    round.weights().copyTo(values);
    seen.set(values);
    seen.switches().follow(round.weights().switches());
    return judge.figures(round.step());
  }
}
