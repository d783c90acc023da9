package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.comparison.ComparisonModel;

/**
 * Variants on a test surface, each optimizer with a suitable learning rate: the optimizers of the comparison, unless others are set, or the
 * four defaults. Changes there do not affect the comparison.
 */
final class RaceVariants {
  private final ComparisonModel twins;
  private final Map<TestSurface, List<TrainingSettings>> changed = new EnumMap<>(TestSurface.class);
  private final ReadOnlyObjectWrapper<Optional<Runnable>> before = new ReadOnlyObjectWrapper<>(this, "before", Optional.empty());
  private boolean four;

  RaceVariants(ComparisonModel twins) {
    this.twins = twins;
  }

  /** Training settings of each variant. */
  List<TrainingSettings> on(TestSurface surface) {
    return Optional.ofNullable(changed.get(surface)).orElseGet(() -> four || !twins.haveBeenSetUp()
        ? SurfaceRace.usual(surface, twins.setup().base().training())
        : SurfaceRace.suited(surface, twins.setup().variants().stream().map(Project::training).toList()));
  }

  /** Custom variants per surface name. @param shown the current surface */
  Map<String, List<TrainingSettings>> races(Optional<TestSurface> shown) {
    Map<String, List<TrainingSettings>> all = new TreeMap<>();
    changed.forEach((surface, lanes) -> all.put(surface.id(), lanes));
    shown.filter(surface -> four && twins.haveBeenSetUp()).ifPresent(surface -> all.put(surface.id(), on(surface)));
    return all;
  }

  /** Undo of {@link #four}. */
  ReadOnlyObjectProperty<Optional<Runnable>> beforeProperty() {
    return before.getReadOnlyProperty();
  }

  /** SGD, momentum, RMSprop and Adam on all test surfaces. */
  void four() {
    Map<TestSurface, List<TrainingSettings>> kept = new EnumMap<>(TestSurface.class);
    kept.putAll(changed);
    boolean was = four;
    changed.clear();
    four = true;
    before.set(Optional.of(() -> {
      changed.clear();
      changed.putAll(kept);
      four = was;
      before.set(Optional.empty());
    }));
  }

  /** The same four as variants of the network, each with its usual learning rate. */
  void fourTwins() {
    Project base = twins.setup().base();
    Runnable back = twins.enter(SurfaceRace.fresh(base.training()).stream()
        .map(settings -> base.withTraining(training -> settings)).toList());
    before.set(Optional.of(back));
  }

  /** Undoes {@link #four}. @return whether there was anything */
  boolean undo() {
    Optional<Runnable> back = before.get();
    back.ifPresent(Runnable::run);
    return back.isPresent();
  }

  /** Sets the rate of a variant on a surface, or in the comparison without one. */
  void setRate(Optional<TestSurface> surface, int lane, double rate) {
    List<TrainingSettings> all = new ArrayList<>(surface.map(this::on)
        .orElseGet(() -> twins.setup().variants().stream().map(Project::training).toList()));
    if (lane >= all.size() || all.get(lane).rate() == rate) {
      return;
    }
    all.set(lane, all.get(lane).withRate(rate));
    surface.ifPresentOrElse(on -> changed.put(on, List.copyOf(all)), () -> twins.setup().enter(lane,
        twins.setup().variants().get(lane).withTraining(training -> training.withRate(rate))));
  }

  /** New variants in the comparison: they replace all but the stored ones. */
  void forget() {
    changed.clear();
    twins.keptRaces().forEach((id, lanes) -> TestSurface.find(id).ifPresent(surface -> changed.put(surface, lanes)));
    four = false;
    before.set(Optional.empty());
  }
}
