package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.Explanation;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.FittedLine;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Debugger card under the canvas: the chain rule of one number, and all ops of the step to navigate. */
public final class DebuggerView extends VBox {
  /** Keyboard shortcut that opens and closes it. */
  public static final String KEYS = "Shortcut+Shift+M";

  private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

  /** Full header text as a tooltip, where it is truncated. */
  private final Tooltip all = new Tooltip();
  private final DebuggerDesk desk;
  private final DebuggerModel model;
  private final Lang lang;
  private final OpsBar ops;
  private final ChainView chain;

  /** @param close action that hides the card */
  public DebuggerView(DebuggerModel model, Lang lang, Typesetter typesetter, Motion motion, ThemeModel theme, Runnable close) {
    this.model = model;
    this.lang = lang;
    desk = new DebuggerDesk(model, lang, new Hints(lang), typesetter, motion, theme);
    ops = new OpsBar(desk);
    getStyleClass().add("debugger");
    accessibleTextProperty().bind(lang.bind("debugger.name"));
    chain = new ChainView(desk);
    VBox.setVgrow(chain, Priority.ALWAYS);
    getChildren().addAll(head(close), chain, new StrideBar(desk, this::focus), ops);
    model.outdatedProperty().subscribe(now -> chain.pseudoClassStateChanged(OUTDATED, now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Focuses the view on opening. */
  public void focus() {
    ops.requestFocus();
  }

  /** Left and right arrows step; up and down choose the grain, independent of the grain of Step. */
  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.J && !event.isShortcutDown() && !event.isAltDown() && !(event.getTarget() instanceof TextInputControl)) {
      model.askForCode();
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || !ops.isFocused()) {
      return;
    }
    Stepping walk = model.walk();
    switch (event.getCode()) {
      case RIGHT -> walk.next();
      case LEFT -> walk.previous();
      case UP -> walk.coarsen(1);
      case DOWN -> walk.coarsen(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Cancels one pending activity: a long wait, automatic stepping, pointing. @return whether there was any */
  public boolean escape() {
    Stepping walk = model.walk();
    if (chain.waits()) {
      model.cancel();
    } else if (walk.autoProperty().get()) {
      walk.toggleAuto();
    } else if (model.pointing().lit()) {
      model.pointing().letGo();
      focus();
    } else {
      return false;
    }
    return true;
  }

  private HBox head(Runnable close) {
    Label title = new Label();
    title.getStyleClass().add("title");
    title.textProperty().bind(lang.bind("debugger.chain"));
    title.setMinWidth(USE_PREF_SIZE);
    Formula symbol = desk.formula("");
    symbol.setMinWidth(USE_PREF_SIZE);
    FittedLine about = new FittedLine();
    about.getStyleClass().add("mut");
    model.answerProperty()
        .subscribe(answer -> symbol.latexProperty().set(answer.explanation().map(shown -> shown.place().symbol()).orElse("")));
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
    Button closing = new CloseButton(close, "flat");
    desk.hints().explain(closing, new KeyCodeCombination(KeyCode.ESCAPE), "debugger.close");
    DebuggerSwitch leave = new DebuggerSwitch(model, lang, desk.hints(), close);
    leave.compact(true);
    HBox head = new HBox(leave, title, symbol, about, gap, picker, scope, closing);
    head.getStyleClass().add("head");
    for (ObservableValue<?> cause : List.of(model.answerProperty(), model.cursorProperty(), lang.textsProperty())) {
      cause.subscribe(() -> sayAbout(about));
    }
    return head;
  }

  /** Shown only where they fit completely: no number is truncated. */
  private void sayAbout(FittedLine about) {
    Explained answer = model.answerProperty().get();
    about.say(List.of(about(answer, true), about(answer, false)));
    all.setText(about.whole());
    about.setTooltip(about.whole().isEmpty() ? null : all);
  }

  private String about(Explained answer, boolean whole) {
    Optional<Explanation> explanation = answer.explanation();
    if (explanation.isEmpty()) {
      return "";
    }
    Explanation shown = explanation.get();
    String node = model.name(shown.subject().node());
    if (answer.drawn()) {
      String key = model.generates() ? "debugger.about.clicked" : "debugger.about.drawn";
      return whole ? lang.say(key, node, at(shown), model.knowsLoss() ? desk.number(shown.loss()) : "?")
          : lang.say(key + ".short", node);
    }
    if (!whole) {
      return answer.row() < 0 ? lang.say("debugger.about.batch.short", node, answer.rows().length)
          : lang.say("debugger.about.one.short", node, answer.row() + 1, answer.rows().length);
    }
    String loss = model.knowsLoss() ? desk.number(shown.loss()) : "?";
    return answer.row() < 0 ? lang.say("debugger.about.batch", node, answer.rows().length, at(shown), loss)
        : lang.say("debugger.about.one", node, answer.row() + 1, answer.rows().length, at(shown), loss);
  }

  private Message at(Explanation shown) {
    return RoundTexts.at(model.runProperty().get().project(), shown.step());
  }
}
