package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Factor;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Sight;

/** Chain rule of a number: the factors of one path from the loss to it, and all paths with their sum. */
final class ChainView extends VBox {
  private final DebuggerDesk desk;
  private final HBox factors = new HBox();
  private final WaysRow ways;
  private final Label sentence = new Label();
  /** Note on where backpropagation stops: the agent's own target. */
  private final Label constant = Labels.wrapped("", "note", "chain-end");
  /** Why there are no factors, shown in their place. */
  private final StringProperty nothing = new SimpleStringProperty(this, "nothing", "");
  private final EmptyState empty = new EmptyState(Icon.GRADIENTS, nothing);
  private final Waiting waiting;
  private final List<FactorBox> boxes = new ArrayList<>();

  ChainView(DebuggerDesk desk) {
    this.desk = desk;
    waiting = new Waiting(desk);
    ways = new WaysRow(desk);
    getStyleClass().add("chain");
    factors.getStyleClass().add("factors");
    sentence.getStyleClass().addAll("note", "mut");
    ScrollPane scroll = new ScrollPane(factors);
    scroll.setFitToHeight(true);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("bare");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(empty, Priority.ALWAYS);
    empty.visibleProperty().bind(nothing.isNotEmpty());
    getChildren().addAll(scroll, ways, constant, foot());
    DebuggerModel model = desk.model();
    model.answerProperty().subscribe((before, now) -> show());
    model.pointing().pathProperty().subscribe(path -> show());
    model.cursorProperty().subscribe(now -> show());
    desk.lang().textsProperty().subscribe(now -> show());
    model.pointing().factorProperty().subscribe(this::point);
    model.workingProperty().subscribe(working -> point(model.pointing().factorProperty().get()));
  }

  /** Whether the wait for an answer is displayed. */
  boolean waits() {
    return waiting.isVisible();
  }

  /** The pointed factor and its Java source. */
  private HBox foot() {
    JavaPage page = new JavaPage(desk);
    DebuggerModel model = desk.model();
    Runnable show = () -> model.pointing().lastFactor().ifPresent(factor -> page.show(factor, getScene()));
    Button java = new Button();
    java.setId("java-of-op");
    java.getStyleClass().add("small");
    java.setMinWidth(USE_PREF_SIZE);
    java.textProperty().bind(desk.lang().bind("debugger.java"));
    java.setOnAction(event -> show.run());
    java.disableProperty().bind(model.answerProperty()
        .map(answer -> answer.explanation().filter(shown -> shown.paths().stream().anyMatch(path -> !path.factors().isEmpty())).isEmpty()));
    desk.hints().explain(java, new KeyCodeCombination(KeyCode.J), "debugger.java.help");
    model.codeAskedProperty().subscribe(show);
    sentence.setMinWidth(0);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.visibleProperty().bind(waiting.visibleProperty().not()); // one in the place of the other, so that nothing above moves
    sentence.managedProperty().bind(sentence.visibleProperty());
    HBox.setHgrow(waiting, Priority.ALWAYS);
    HBox foot = new HBox(sentence, waiting, java);
    foot.getStyleClass().add("foot");
    return foot;
  }

  private void show() {
    Optional<Explanation> explanation = desk.model().answerProperty().get().explanation();
    boxes.clear();
    factors.getChildren().clear();
    List<Factor> chain = desk.model().pointing().way().map(Explanation.Path::factors).orElse(List.of());
    for (int i = 0; i < chain.size(); i++) {
      if (i > 0) {
        factors.getChildren().add(times());
      }
      FactorBox box = new FactorBox(desk, chain.get(i), i == chain.size() - 1);
      boxes.add(box);
      factors.getChildren().add(box);
    }
    if (chain.isEmpty()) {
      factors.getChildren().add(empty);
    }
    ways.show(explanation);
    constant.setText(chain.isEmpty() ? "" : desk.model().acting(desk.lang()).constant());
    Sight.show(constant, !constant.getText().isEmpty());
    point(desk.model().pointing().factorProperty().get());
  }

  /** Multiplication sign between two factors, and the arrow between the products under them. */
  private static Node times() {
    Label times = new Label("×");
    times.getStyleClass().addAll("times", "mut");
    times.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(times, Priority.ALWAYS);
    Label on = new Label("→");
    on.getStyleClass().addAll("on", "mut");
    VBox signs = new VBox(times, on);
    signs.getStyleClass().add("signs");
    return signs;
  }

  private void point(Optional<Factor> pointed) {
    boxes.forEach(box -> box.show(pointed));
    String said = pointed.map(this::sentence).orElseGet(this::hint);
    sentence.setText(boxes.isEmpty() ? "" : said);
    nothing.set(boxes.isEmpty() ? said : "");
  }

  private String hint() {
    Explained answer = desk.model().answerProperty().get();
    if (answer.why().isPresent()) {
      return desk.lang().say(answer.why().get());
    }
    boolean nothing = answer.explanation().isEmpty();
    boolean unasked = answer == Explained.NONE && desk.model().followed().subjectProperty().get() != null;
    if (nothing && (unasked || desk.model().workingProperty().get())) {
      return ""; // Waiting says so if it lasts
    }
    List<Explanation.Path> paths = answer.explanation().map(Explanation::paths).orElse(List.of());
    return desk.lang().say(nothing ? "debugger.nothing" : paths.isEmpty() ? "debugger.no_way"
        : paths.get(0).factors().isEmpty() ? "debugger.is_loss" : "debugger.point");
  }

  private String sentence(Factor factor) {
    if (!desk.model().knows(factor.known())) {
      return desk.lang().say("debugger.not_yet", desk.op(factor.op()), desk.model().name(factor.node()));
    }
    if (boxes.get(0).shows(factor)) {
      return desk.lang().say("debugger.begins", desk.number(factor.value()));
    }
    double slope = Math.abs(factor.value());
    String key = slope == 0 ? "debugger.stops" : slope == 1 ? "debugger.passes" : slope < 1 ? "debugger.damps" : "debugger.amplifies";
    return desk.lang().say(key, desk.op(factor.op()), desk.model().name(factor.node()), desk.lang().numbers().percent(slope), desk.lang()
        .numbers().significant(slope, 3));
  }
}
