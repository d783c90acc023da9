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
  private final ComparisonModel comparison;
  private final Map<TestSurface, List<TrainingSettings>> changed = new EnumMap<>(TestSurface.class);
  private final ReadOnlyObjectWrapper<Optional<Runnable>> before = new ReadOnlyObjectWrapper<>(this, "before", Optional.empty());
  private boolean four;

  RaceVariants(ComparisonModel comparison) {
    this.comparison = comparison;
  }

  List<TrainingSettings> on(TestSurface surface) {
    return Optional.ofNullable(changed.get(surface)).orElseGet(() -> four || !comparison.haveBeenSetUp()
        ? SurfaceRace.usual(surface, comparison.setup().base().training())
        : SurfaceRace.suited(surface, comparison.setup().variants().stream().map(Project::training).toList()));
  }

  /** Custom variants per surface name. @param shown the current surface */
  Map<String, List<TrainingSettings>> races(Optional<TestSurface> shown) {
    Map<String, List<TrainingSettings>> all = new TreeMap<>();
    changed.forEach((surface, variants) -> all.put(surface.id(), variants));
    shown.filter(surface -> four && comparison.haveBeenSetUp()).ifPresent(surface -> all.put(surface.id(), on(surface)));
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
    Project base = comparison.setup().base();
    Runnable back = comparison.enter(SurfaceRace.fresh(base.training()).stream()
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
  void setRate(Optional<TestSurface> surface, int variant, double rate) {
    List<TrainingSettings> all = new ArrayList<>(surface.map(this::on)
        .orElseGet(() -> comparison.setup().variants().stream().map(Project::training).toList()));
    if (variant >= all.size() || all.get(variant).rate() == rate) {
      return;
    }
    all.set(variant, all.get(variant).withRate(rate));
    surface.ifPresentOrElse(on -> changed.put(on, List.copyOf(all)), () -> comparison.setup().enter(variant,
        comparison.setup().variants().get(variant).withTraining(training -> training.withRate(rate))));
  }

  /** New variants in the comparison: they replace all but the stored ones. */
  void forget() {
    changed.clear();
    comparison.keptRaces().forEach((id, variants) -> TestSurface.find(id).ifPresent(surface -> changed.put(surface, variants)));
    four = false;
    before.set(Optional.empty());
  }
}
