package studio.backprop.ui.learn.pad;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.DataSettings;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Part;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Adds labelled drawings to the training examples, as undoable edits. */
final class KeepModel implements AutoCloseable {
  /** Whether the drawing can be added, or why not. */
  enum State {
    /** No label, or nothing is loaded. */
    IMPOSSIBLE,
    EMPTY, UNLABELLED, POSSIBLE,
    /** Identical to a training example. */
    UNCHANGED,
    /** Based on a held-out example: test data must not be trained on. */
    HELD_OUT,
    /** Already added. */
    KEPT,
    /** The limit of the project is reached. */
    FULL,
    /** A lesson allows no edit now. */
    LOCKED
  }

  private final PadModel pad;
  private final DocumentModel document;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IMPOSSIBLE);
  private final ObservableValue<Integer> count;
  private final Subscription subscriptions;

  KeepModel(PadModel pad, DocumentModel document) {
    this.pad = pad;
    this.document = document;
    count = document.projectProperty().map(project -> project.data().keptHere().size());
    subscriptions = Subscription.combine(
        pad.pictureProperty().subscribe(this::look), pad.labelProperty().subscribe(this::look), pad.formProperty().subscribe(this::look),
        document.projectProperty().subscribe(this::look));
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Number of added drawings of the current dataset. */
  ObservableValue<Integer> countProperty() {
    return count;
  }

  private void look() {
    state.set(now());
  }

  private State now() {
    DataSettings settings = document.project().data();
    if (pad.data().filter(data -> data.dataset().takesKept() && data.dataset().name().equals(settings.dataset())).isEmpty()) {
      return State.IMPOSSIBLE;
    } else if (pad.pictureProperty().get().isEmpty()) {
      return State.EMPTY;
    } else if (pad.labelProperty().get() < 0) {
      return State.UNLABELLED;
    }
    Optional<EditedPicture> edited = pad.pixels().edited();
    if (edited.isPresent() && edited.get().part() != Part.TRAIN) {
      return State.HELD_OUT;
    } else if (edited.isPresent() && edited.get().changed() == 0) {
      return State.UNCHANGED;
    } else if (settings.kept().contains(example(pad.pictureProperty().get().get()))) {
      return State.KEPT;
    }
    return settings.kept().size() < KeptExample.MOST ? State.POSSIBLE : State.FULL;
  }

  private KeptExample example(float[] picture) {
    return KeptExample.of(pad.data().orElseThrow().dataset(), picture, pad.labelProperty().get());
  }

  /** Adds the drawing to the training examples. */
  void keep() {
    Optional<float[]> drawn = pad.drawn();
    if (state.get() != State.POSSIBLE || drawn.isEmpty()) {
      return;
    }
    KeptExample kept = example(drawn.get());
    Project before = document.project();
    document.apply(new Edit<>(Message.of("pad.edit.keep"), project -> project.withData(with(project.data(), kept))));
    if (document.project() == before) {
      state.set(State.LOCKED);
    }
  }

  private static DataSettings with(DataSettings data, KeptExample kept) {
    return data.withKept(Stream.concat(data.kept().stream(), Stream.of(kept)).toList());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
