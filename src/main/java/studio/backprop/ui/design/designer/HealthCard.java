package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.doctor.Finding;
import studio.backprop.generative.GeneratorView;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.ui.design.designer.edit.Advice;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Banner below the network: health of the gradients and, after training, its result. */
final class HealthCard extends HBox {
  private static final double HEIGHT = 34;
  private static final double MARGIN = 16;
  /** Minimum time between two texts, for readability. */
  private static final long NANOS_BETWEEN = 500_000_000L;

  private final CanvasDesk desk;
  private final Label sentence = new Label();
  private final Button restore;
  private final Button undo;
  private Optional<HealthSentence> shown = Optional.empty();
  private long shownAt;
  private double bottom;
  private boolean quiet;
  /** Whether the diagnosis has found something serious. */
  private boolean ill;

  HealthCard(CanvasDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("banner", "health");
    setManaged(false);
    setVisible(false);
    sentence.setWrapText(true);
    restore = button("restore", Icon.BOOKMARK, desk.run().finish()::restore);
    undo = button("undo", Icon.UNDO, desk.run().finish()::takeBack);
    showWay(false, false);
    getChildren().addAll(Icon.DOCTOR.view(), sentence, restore, undo);
    desk.model().advice().allowedProperty().subscribe(this::refresh);
    for (ObservableValue<?> another : List.of(desk.run().runProperty(), desk.model().document().projectProperty(), desk.model().document()
        .openingsProperty())) {
      another.subscribe(this::begin);
    }
  }

  /** Clears the text of the previous network. */
  private void begin() {
    shown = Optional.empty();
    refresh();
  }

  /** Hides it while the presenter or the debugger shows text. */
  void quiet(boolean others) {
    quiet = others;
    refresh();
  }

  /** A training with serious findings is coloured like the diagnosis page. */
  void hear(ObservableValue<List<Finding>> findings) {
    findings.subscribe(found -> {
      ill = found.stream().anyMatch(finding -> finding.severity() == Finding.Severity.SERIOUS);
      refresh();
    });
  }

  void refresh() {
    Advice.Allowed allowed = desk.model().advice().allowedProperty().get();
    if (quiet || !allowed.findings()) {
      setVisible(false);
      return;
    }
    boolean ready = desk.model().document().ready();
    Optional<Message> end = ready ? desk.run().finish().sentence() : Optional.empty();
    boolean back = end.isPresent() && allowed.restore();
    showWay(back && desk.run().finish().restorable(), back && desk.run().finish().restored());
    if (end.isPresent()) {
      shown = Optional.of(new HealthSentence(grade(end.get()), end.get()));
      shown.ifPresent(this::say);
      setVisible(true);
      return;
    }
    boolean wanted = desk.model().lens() == Lens.GRADIENTS && ready;
    long now = System.nanoTime();
    boolean due = !desk.run().playing() || now - shownAt > NANOS_BETWEEN || shown.isEmpty();
    if (wanted && due) {
      shownAt = now;
      shown = judged();
      shown.ifPresent(this::say);
    }
    setVisible(wanted && shown.isPresent());
  }

  /** A finished training is not graded as good. */
  private HealthSentence.Grade grade(Message end) {
    if (desk.model().document().project().assignment().acts()) {
      return ReturnSentence.ofEnd(end);
    }
    if (ill && desk.run().generator().runs()) {
      return HealthSentence.Grade.BAD;
    }
    return healthy() ? HealthSentence.Grade.DONE : HealthSentence.Grade.WARN;
  }

  private boolean healthy() {
    return gradients().filter(health -> health.grade() != HealthSentence.Grade.OK).isEmpty();
  }

  /** For a GAN, sample quality takes precedence unless the gradients are bad. */
  private Optional<HealthSentence> judged() {
    return healthy() ? desk.run().generator().covering().map(this::of).or(this::gradients) : gradients();
  }

  private HealthSentence of(GeneratorView seen) {
    ModeCoverage found = seen.coverage().orElseThrow();
    int[] counts = found.counts();
    int fewest = IntStream.range(0, counts.length).reduce((a, b) -> counts[b] < counts[a] ? b : a).orElseThrow();
    boolean all = found.covered() == counts.length;
    return new HealthSentence(all ? HealthSentence.Grade.OK : HealthSentence.Grade.DONE, Message.of(
        found.judge().isPresent() ? "health.classes" : "health.modes", found.covered(), counts.length, found.share(),
        desk.run().generator().name(fewest), counts[fewest], seen.step()));
  }

  private Optional<HealthSentence> gradients() {
    DocumentModel document = desk.model().document();
    return desk.run().snapshot().flatMap(now -> {
      Optional<HealthSentence> gradients = HealthSentence.of(document.network(), document.analysis(), now);
      return now.agent().isPresent() ? ReturnSentence.of(now.agent().get(), gradients) : gradients;
    });
  }

  private void showWay(boolean there, boolean back) {
    restore.setVisible(there);
    restore.setManaged(there);
    undo.setVisible(back);
    undo.setManaged(back);
  }

  private Button button(String name, Icon icon, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId("end-" + name);
    button.getStyleClass().add("small");
    button.textProperty().bind(desk.lang().bind("end." + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> {
      action.run();
      refresh();
    });
    desk.hints().explain(button, "end." + name + ".help");
    return button;
  }

  private void say(HealthSentence health) {
    sentence.setText(desk.lang().say(health.sentence()));
    String grade = health.grade().name().toLowerCase(Locale.ROOT);
    if (!getStyleClass().contains(grade) || sentence.getSkin() == null) {
      getStyleClass().removeAll("done", "ok", "warn", "bad");
      getStyleClass().add(grade);
      applyCss(); // its size depends on it
    }
    place();
  }

  /** At the lower left corner of the canvas. */
  void placeAbove(double lowerEdge) {
    bottom = lowerEdge;
    place();
  }

  private void place() {
    double width = Math.min(desk.model().camera().window().width() - 2 * MARGIN, prefWidth(-1));
    double height = Math.max(HEIGHT, prefHeight(width));
    resizeRelocate(MARGIN, bottom - MARGIN - height, width, height);
  }
}
