package studio.backprop.ui.window.tour;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;
import studio.backprop.network.Network;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Status;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Guided tour: observes whether each stop's task was done; it can always be skipped. */
public final class TourModel {
  /** Steps after which a curve is worth looking at. */
  private static final long SOME_STEPS = 20;

  private final ReadOnlyObjectWrapper<Optional<Stop>> stop = new ReadOnlyObjectWrapper<>(this, "stop", Optional.empty());
  private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");

  private final DocumentModel document;
  private final RunModel run;
  private final ObservableBooleanValue gradientsShown;
  private final Runnable ended;
  private Subscription watching = Subscription.EMPTY;
  private Network networkThen;
  private double speedThen;
  private long stepsThen;

  /** @param ended called at the end, early or not */
  public TourModel(DocumentModel document, RunModel run, ObservableBooleanValue gradientsShown, Runnable ended) {
    this.document = document;
    this.run = run;
    this.gradientsShown = gradientsShown;
    this.ended = ended;
  }

  public ReadOnlyObjectProperty<Optional<Stop>> stopProperty() {
    return stop.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  public void begin() {
    watching.unsubscribe();
    watching = Subscription.combine(
        document.projectProperty().subscribe((before, now) -> look()),
        run.frameProperty().subscribe((before, now) -> look()),
        run.statusProperty().subscribe((before, now) -> look()),
        run.control().speedProperty().subscribe((before, now) -> look()),
        gradientsShown.subscribe(this::look));
    goTo(Stop.LAYERS);
  }

  public void next() {
    stop.get().ifPresent(now -> {
      if (now.last()) {
        end();
      } else {
        goTo(Stop.values()[now.ordinal() + 1]);
      }
    });
  }

  public void end() {
    if (stop.get().isPresent()) {
      watching.unsubscribe();
      watching = Subscription.EMPTY;
      stop.set(Optional.empty());
      ended.run();
    }
  }

  private void goTo(Stop next) {
    networkThen = document.network();
    speedThen = run.control().speedProperty().get();
    stepsThen = steps();
    done.set(false);
    stop.set(Optional.of(next));
    look();
  }

  private void look() {
    stop.get().ifPresent(now -> done.set(done.get() || isDone(now)));
  }

  private boolean isDone(Stop now) {
    Network network = document.network();
    return switch (now) {
      case LAYERS -> network.nodes().size() > networkThen.nodes().size();
      case WIRES -> !network.wires().equals(networkThen.wires());
      case PLAY -> run.playing() || steps() > stepsThen;
      case LOSS -> steps() >= SOME_STEPS;
      case LENS -> gradientsShown.get();
      case PACE -> run.control().speedProperty().get() != speedThen || paused() && steps() > stepsThen;
    };
  }

  private boolean paused() {
    return run.statusProperty().get().state() == Status.State.PAUSED;
  }

  private long steps() {
    return run.snapshot().map(Snapshot::step).orElse(0L);
  }
}
