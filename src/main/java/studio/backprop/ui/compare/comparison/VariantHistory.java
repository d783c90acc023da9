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

/** What is known of one lane since its start: its curves, and what was seen of it last. */
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

  /** How it learns. */
  public Project project() {
    return project;
  }

  Curve loss() {
    return loss;
  }

  Curve measure() {
    return measure;
  }

  /** Of an agent the mean return of its last episodes, as it acted while learning: at the steps after which it was looked. */
  Curve returned() {
    return returned;
  }

  /** How the episodes of an agent went; empty where nobody acts. */
  Optional<EpisodeCurves> episodes() {
    return snapshot().flatMap(VariantSnapshot::episodes);
  }

  /** Whether an agent goes back to the weights that acted best; a table keeps what it has learned in the end. */
  boolean keepsBest() {
    return project.assignment().keepsBest();
  }

  /** Its greedy return by the weights that are kept; NaN before the first evaluation. */
  double greedy() {
    return episodes().filter(known -> known.looks() > 0)
        .map(known -> known.look(keepsBest() ? known.bestLook() : known.looks() - 1)).orElse(Double.NaN);
  }

  VariantOutput outlook() {
    return outlook;
  }

  /** What was seen of it last; empty before anything was. */
  public Optional<VariantSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  List<EpochRecord> epochs() {
    return snapshot == null ? List.of() : snapshot.epochs();
  }

  Optional<EpochRecord> lastEpoch() {
    return epochs().isEmpty() ? Optional.empty() : Optional.of(epochs().get(epochs().size() - 1));
  }

  /** Whether it broke. */
  public boolean broken() {
    return snapshot != null && snapshot.fault().isPresent();
  }
}
