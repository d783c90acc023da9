package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Factor;
import studio.backprop.derivation.Place;
import studio.backprop.derivation.Subject;
import studio.backprop.train.Cursor;
import studio.backprop.ui.workspace.run.Followed;
import studio.backprop.ui.workspace.run.RunModel;

/** The shown path of the chain rule and the pointed factor of its formulas, both highlighted on the canvas. JavaFX thread only. */
public final class Pointing {
  private final ObjectProperty<Optional<Factor>> pointed = new SimpleObjectProperty<>(this, "pointed", Optional.empty());
  private final IntegerProperty path = new SimpleIntegerProperty(this, "path");
  private final DebuggerModel model;
  private final RunModel run;
  private Optional<Factor> last = Optional.empty();

  Pointing(DebuggerModel model, RunModel run) {
    this.model = model;
    this.run = run;
  }

  Subscription follow() {
    return Subscription.combine(
        model.shownProperty().subscribe(this::showWay), path.subscribe(this::showWay), model.cursorProperty().subscribe(this::showWay),
        pointed.subscribe(this::showPointed));
  }

  public ObjectProperty<Optional<Factor>> factorProperty() {
    return pointed;
  }

  /** Index of the shown path from the loss to the number. */
  IntegerProperty pathProperty() {
    return path;
  }

  Optional<Explanation.Path> way() {
    return model.answerProperty().get().explanation().map(Explanation::paths).filter(paths -> !paths.isEmpty())
        .map(paths -> paths.get(Math.min(path.get(), paths.size() - 1)));
  }

  /** The factor pointed at last, or else the first shown. */
  Optional<Factor> lastFactor() {
    List<Factor> factors = way().map(Explanation.Path::factors).orElse(List.of());
    return last.filter(factors::contains).or(() -> factors.stream().findFirst());
  }

  /** Resets the pointing for a new answer. */
  void begin() {
    path.set(0);
    showWay();
  }

  private void showWay() {
    List<Followed.Stop> stops = way().filter(found -> model.shownProperty().get() && run.runProperty().get() != null)
        .map(found -> new Way(run.runProperty().get()).stops(found)).orElse(List.of());
    run.focus().followed().wayProperty().set(stops.stream().map(stop -> computed(stop.at().node()) ? stop : stop.unknown()).toList());
  }

  /** Whether the output of a node is computed at this point of the step. */
  private boolean computed(int node) {
    int at = model.walk().at();
    return at == 0 || model.answerProperty().get().course().stream()
        .noneMatch(op -> op.phase() == Cursor.Phase.FORWARD && op.node() == node && op.number() > at);
  }

  private void showPointed() {
    last = pointed.get().or(() -> last);
    run.focus().followed().pointedProperty().set(pointed.get().flatMap(this::placeOf).stream().toList());
  }

  /** Highlights numbers on the canvas, and the wires between them. @param node that consumes them */
  void light(List<Place> places, int node) {
    Way way = new Way(run.runProperty().get());
    run.focus().followed().pointedProperty().set(places.stream().map(place -> way.subject(place).or(() -> way.data(place, node)))
        .flatMap(Optional::stream).toList());
  }

  /** Whether a highlight comes from pointing. */
  boolean lit() {
    return !run.focus().followed().pointedProperty().get().isEmpty() || pointed.get().isPresent();
  }

  /** Clears the highlight. */
  void letGo() {
    pointed.set(Optional.empty());
    run.focus().followed().pointedProperty().set(List.of());
  }

  /** Location of a factor on the canvas: the number it is the derivative of. */
  Optional<Subject> placeOf(Factor factor) {
    return new Way(run.runProperty().get()).subject(factor.to().node() == factor.node() ? factor.to() : factor.from());
  }
}
