package studio.backprop.ui.debugger;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.backprop.train.explain.Explanation;
import studio.backprop.ui.formula.Formula;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;

/** The card under the canvas: the chain rule for one number, and all ops of the step to walk along. */
public final class DebuggerView extends VBox {
  /** Opens and closes it. */
  public static final String KEYS = "Shortcut+Shift+M";

  private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

  private final Desk desk;
  private final DebuggerModel model;
  private final Lang lang;
  private final OpsBar ops;

  /** @param close puts it away */
  public DebuggerView(DebuggerModel model, Lang lang, Typesetter typesetter, Runnable close) {
    this.model = model;
    this.lang = lang;
    desk = new Desk(model, lang, new Hints(lang), typesetter);
    ops = new OpsBar(desk);
    getStyleClass().add("debugger");
    accessibleTextProperty().bind(lang.bind("debugger.name"));
    ChainView chain = new ChainView(desk);
    VBox.setVgrow(chain, Priority.ALWAYS);
    getChildren().addAll(head(close), chain, steps());
    model.outdatedProperty().subscribe(now -> chain.pseudoClassStateChanged(OUTDATED, now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Where the keys go when it is opened. */
  public void focus() {
    ops.requestFocus();
  }

  /** In the card, Space plays op by op and the arrows step by ops, whatever the grain of Step is. */
  private void press(KeyEvent event) {
    if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown() || !ops.isFocused()) {
      return;
    }
    switch (event.getCode()) {
      case SPACE -> model.autoProperty().set(!model.autoProperty().get());
      case RIGHT -> model.next();
      case LEFT -> model.previous();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private HBox head(Runnable close) {
    Label title = new Label();
    title.getStyleClass().add("title");
    title.textProperty().bind(lang.bind("debugger.chain"));
    title.setMinWidth(USE_PREF_SIZE);
    Formula symbol = desk.formula("");
    Label about = new Label();
    about.getStyleClass().add("mut");
    about.setMinWidth(0);
    model.answerProperty().subscribe(answer -> symbol.latexProperty().set(answer.explanation().map(shown -> shown.place().symbol()).orElse("")));
    about.textProperty().bind(Bindings.createStringBinding(() -> about(model.answerProperty().get()), model.answerProperty(), lang.textsProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segmented<Boolean> scope = new Segmented<Boolean>(lang.bind("debugger.scope"))
        .add(false, lang.bind("debugger.one")).add(true, lang.bind("debugger.whole"));
    scope.valueProperty().set(model.wholeProperty().get());
    scope.valueProperty().subscribe((before, now) -> model.wholeProperty().set(now));
    model.wholeProperty().subscribe((before, now) -> scope.valueProperty().set(now));
    scope.setMinWidth(USE_PREF_SIZE);
    CellPicker picker = new CellPicker(desk);
    picker.setMinWidth(USE_PREF_SIZE);
    Button closing = new Button(null, Icon.CLOSE.view());
    closing.getStyleClass().addAll("flat", "icon-only");
    closing.setOnAction(event -> close.run());
    desk.hints().explain(closing, KeyCombination.valueOf(KEYS), "debugger.close");
    HBox head = new HBox(title, symbol, about, gap, picker, scope, closing);
    head.getStyleClass().add("head");
    return head;
  }

  private String about(Answer answer) {
    Optional<Explanation> explanation = answer.explanation();
    if (explanation.isEmpty()) {
      return "";
    }
    Explanation shown = explanation.get();
    String node = model.name(shown.place().node());
    return answer.row() < 0 ? lang.say("debugger.about.batch", node, answer.rows().length, shown.step(), desk.number(shown.loss()))
        : lang.say("debugger.about.one", node, answer.row() + 1, answer.rows().length, shown.step(), desk.number(shown.loss()));
  }

  private HBox steps() {
    Button back = new Button(null, Icon.CHEVRON_LEFT.view());
    back.getStyleClass().add("icon-only");
    back.setId("op-back");
    back.setOnAction(event -> model.previous());
    back.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canGoBack(), model.cursorProperty(), model.answerProperty()));
    desk.hints().explain(back, new KeyCodeCombination(KeyCode.LEFT), "debugger.back.help");
    Button next = new Button(null, Icon.CHEVRON_RIGHT.view());
    next.getStyleClass().add("main");
    next.setId("op-next");
    next.textProperty().bind(lang.bind("debugger.next_op"));
    next.setMinWidth(USE_PREF_SIZE);
    next.setOnAction(event -> model.next());
    desk.hints().explain(next, "debugger.next.help");
    ToggleButton auto = new ToggleButton(null, Icon.PLAY.view());
    auto.getStyleClass().add("icon-only");
    auto.setId("op-play");
    auto.selectedProperty().bindBidirectional(model.autoProperty());
    auto.selectedProperty().subscribe(on -> auto.setGraphic((on ? Icon.PAUSE : Icon.PLAY).view()));
    desk.hints().explain(auto, "debugger.auto.help");
    HBox.setHgrow(ops, Priority.ALWAYS);
    HBox row = new HBox(back, next, auto, speed(), ops);
    row.getStyleClass().add("steps");
    return row;
  }

  private ComboBox<Double> speed() {
    ComboBox<Double> speed = new ComboBox<>();
    speed.getItems().setAll(List.of(0.5, 1.0, 2.0, 5.0, 10.0, 30.0));
    speed.setConverter(new StringConverter<>() {
      @Override
      public String toString(Double ops) {
        return ops == null ? "" : lang.say("debugger.speed", lang.numbers().compact(ops));
      }

      @Override
      public Double fromString(String text) {
        throw new UnsupportedOperationException("the speed is chosen, not typed");
      }
    });
    speed.valueProperty().bindBidirectional(model.opsPerSecondProperty());
    speed.accessibleTextProperty().bind(lang.bind("debugger.speed.name"));
    speed.setMinWidth(USE_PREF_SIZE);
    return speed;
  }
}
