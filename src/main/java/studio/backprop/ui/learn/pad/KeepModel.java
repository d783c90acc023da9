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

/** What is drawn and has a label can become an example for training. That is an edit of the document: undo takes it back. */
final class KeepModel implements AutoCloseable {
  /** Whether the drawing can be kept, or why not. */
  enum State {
    /** The examples have no label, or nothing is loaded. */
    IMPOSSIBLE,
    EMPTY, UNLABELLED, POSSIBLE,
    /** It is an example of the training part already, no pixel of it is another one. */
    UNCHANGED,
    /** It began as an example that is held out: what is tested with is not trained on. */
    HELD_OUT,
    /** It is one of the kept ones. */
    KEPT,
    /** The project keeps as many as it may. */
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

  /** How many drawings are kept for the chosen data. */
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

  /** Keeps what is drawn as an example for training. */
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
