package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.Variant;
import studio.backprop.compare.VariantOutput;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.project.Project;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Curve;

/** History of one variant since its start: its curves and last snapshot. */
public final class VariantHistory {
  private final Project project;
  private final Curve loss = new Curve(Smoothing.AUTOMATIC);
  private final Curve measure = new Curve(Smoothing.AUTOMATIC);
  private final Curve returned = new Curve(new Smoothing(0));
  private VariantSnapshot snapshot;
  private VariantOutput outlook = new VariantOutput.Nothing();

  VariantHistory(Project project) {
    this.project = project;
  }

  void add(VariantSnapshot next) {
    for (int at = 0; at < next.rows().length; at += Variant.WIDTH) {
      loss.add(next.rows()[at], next.rows()[at + 1]);
      measure.add(next.rows()[at], next.rows()[at + 2]);
    }
    next.episodes().filter(episodes -> episodes.count() > 0 && (returned.size() == 0 || next.step() > snapshot.step()))
        .ifPresent(episodes -> returned.add(next.step(), episodes.mean(episodes.count() - 1)));
    next.outlook().ifPresent(seen -> outlook = seen);
    snapshot = next;
  }

  public Project project() {
    return project;
  }

  Curve loss() {
    return loss;
  }

  Curve measure() {
    return measure;
  }

  /** Mean return of the last episodes of an agent's behaviour policy, per snapshot. */
  Curve returned() {
    return returned;
  }

  Optional<EpisodeCurves> episodes() {
    return snapshot().flatMap(VariantSnapshot::episodes);
  }

  /** Whether the agent restores the best weights; a table keeps the final ones. */
  boolean keepsBest() {
    return project.assignment().keepsBest();
  }

  /** Greedy return of the kept weights; NaN before the first evaluation. */
  double greedy() {
    return episodes().filter(known -> known.looks() > 0)
        .map(known -> known.look(keepsBest() ? known.bestLook() : known.looks() - 1)).orElse(Double.NaN);
  }

  VariantOutput outlook() {
    return outlook;
  }

  public Optional<VariantSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  List<EpochRecord> epochs() {
    return snapshot == null ? List.of() : snapshot.epochs();
  }

  Optional<EpochRecord> lastEpoch() {
    return epochs().isEmpty() ? Optional.empty() : Optional.of(epochs().get(epochs().size() - 1));
  }

  /** Whether training failed. */
  public boolean broken() {
    return snapshot != null && snapshot.fault().isPresent();
  }
}
