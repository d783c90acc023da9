package studio.backprop.ui.window.presenter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.FittedLine;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Caption of the last step, on a line of its own below the view. Reserved from the first step on, so that the view does not jump. */
final class Caption extends StackPane {
  /** Maximum steps a second that can be read. */
  private static final double READABLE = 5;

  private final RunModel run;
  private final DocumentModel document;
  private final Lang lang;
  private final FittedLine sentence = new FittedLine();
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun");
  private Optional<String> shownAtFirst = Optional.empty();

  Caption(RunModel run, DocumentModel document, Lang lang) {
    this.run = run;
    this.document = document;
    this.lang = lang;
    getStyleClass().add("caption");
    getChildren().add(sentence);
    visibleProperty().bind(begun);
    managedProperty().bind(begun);
    run.frameProperty().subscribe(this::refresh);
    run.statusProperty().subscribe(this::refresh);
    lang.textsProperty().subscribe(this::refresh);
  }

  /** Waits for the next step. */
  void begin() {
    begun.set(false);
    shownAtFirst = run.snapshot().map(Caption::place);
  }

  ReadOnlyBooleanProperty begunProperty() {
    return begun.getReadOnlyProperty();
  }

  private static String place(Snapshot seen) {
    return seen.step() + "." + seen.cursor().map(Cursor::number).orElse(0);
  }

  private void refresh() {
    Optional<Snapshot> seen = run.snapshot();
    if (getScene() == null || seen.isEmpty()) {
      return;
    }
    begun.set(begun.get() || !seen.map(Caption::place).equals(shownAtFirst));
    boolean fast = run.playing() && run.control().speedProperty().get() > READABLE;
    sentence.say(fast ? List.of() : sentence(seen.get()).map(lang::say).stream().toList());
  }

  private Optional<Message> sentence(Snapshot seen) {
    Optional<Message> end = run.finish().sentence();
    return end.isPresent() ? end : seen.cursor().map(at -> under(at, seen))
        .or(() -> Optional.of(seen).filter(Snapshot::measured).map(this::done));
  }

  private Message done(Snapshot seen) {
    String key = run.generator().runs() ? "presenter.round.done" : "presenter.step.done" + ofAgent();
    return Message.of(key, lang.numbers().whole(seen.step()), loss(seen));
  }

  private Message under(Cursor at, Snapshot seen) {
    String node = document.network().find(at.node()).map(Node::name).orElse("");
    String phase = at.phase().name().toLowerCase(Locale.ROOT);
    String key = "presenter.step." + phase + (at.phase() == Cursor.Phase.LOSS ? ofAgent() : "");
    return Message.of(key, at.number(), at.of(), node, loss(seen));
  }

  /** An agent computes its targets itself. */
  private String ofAgent() {
    return document.project().assignment().acts() ? ".agent" : "";
  }

  private String loss(Snapshot seen) {
    return seen.knowsLoss() ? lang.numbers().significant(seen.loss(), 3) : "";
  }
}
