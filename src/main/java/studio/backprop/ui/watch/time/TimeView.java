package studio.backprop.ui.watch.time;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.watch.time.TimeModel.State;

/** Bar of the time machine: timeline, shown step, and the button back to the present. */
public final class TimeView extends HBox {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  static final KeyCombination BOOKMARK = KeyCombination.valueOf("Shortcut+B");

  private final TimeModel model;
  private final Timeline line;
  private final Label title = new Label();
  private final Label empty = new Label();
  private final Label live = new Label();
  private final Label pill = new Label();
  private final Button back = new Button();
  private final BranchMenu branch;
  private final Steady place = new Steady();
  private final HBox past = new HBox();
  private final GridPane side = new GridPane();
  private boolean compact;

  public TimeView(TimeModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.line = new Timeline(model, lang, theme);
    this.branch = new BranchMenu(model, lang, hints, false);
    getStyleClass().add("time-bar");
    setMinHeight(USE_PREF_SIZE);
    title.textProperty().bind(lang.bind("time.title"));
    title.getStyleClass().add("title");
    title.setMinWidth(USE_PREF_SIZE);
    hints.explain(title, "time.help");
    empty.textProperty().bind(lang.bind(model.placeProperty()));
    empty.getStyleClass().addAll("mut", "empty");
    empty.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(empty, Priority.ALWAYS);
    live.textProperty().bind(lang.bind(model.placeProperty()));
    live.getStyleClass().addAll("mut", "live");
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(live.textProperty());
    live.setTooltip(whole); // a long notice is truncated
    model.placeProperty().subscribe((before, now) -> {
      if (!before.key().startsWith("time.")) {
        place.forget(); // the notice has been read
      }
    });
    pill.textProperty().bind(lang.bind(Bindings.createObjectBinding(this::past, model.placeProperty(), model.changesProperty())));
    pill.getStyleClass().addAll("badge", "time");
    pill.setGraphic(Icon.RECENT.view());
    pill.setMinWidth(USE_PREF_SIZE);
    hints.explain(pill, "time.past_help");
    back.textProperty().bind(lang.bind("time.back"));
    back.setId("back-to-live");
    back.setGraphic(Icon.ARROW_RIGHT.view());
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> model.backToLive());
    hints.explain(back, "time.back_help");
    line.accessibleTextProperty().bind(lang.bind(model.placeProperty()));
    HBox.setHgrow(line, Priority.ALWAYS);
    past.getChildren().addAll(pill, back);
    past.getStyleClass().add("past");
    past.setMaxWidth(USE_PREF_SIZE);
    place.getChildren().addAll(past, live); // alternatives; the width of the button is reserved
    place.setAlignment(Pos.CENTER_RIGHT);
    place.setMinWidth(USE_PREF_SIZE);
    lang.textsProperty().subscribe(place::forget);
    side.getStyleClass().add("side");
    GridPane.setHgrow(branch, Priority.ALWAYS);
    GridPane.setHalignment(branch, HPos.RIGHT);
    GridPane.setHalignment(place, HPos.RIGHT);
    side.getChildren().addAll(place, branch);
    getChildren().addAll(title, line, empty, side);
    line.severalProperty().subscribe(this::arrange);
    model.stateProperty().subscribe(this::show);
    line.pressedProperty().subscribe(pressed -> show(model.stateProperty().get()));
    model.branchingProperty().subscribe(branching -> Sight.show(branch, branching));
  }

  /** Text of the button or, in the present, the text that it would have: its width is reserved. */
  private Message past() {
    if (model.stateProperty().get() != State.PAST) {
      return model.over(model.newest());
    }
    Message whole = model.placeProperty().get();
    return compact && whole.key().endsWith(".round") && whole.equals(model.over(model.at())) ? model.said(model.at())
        : whole; // the line beside it tells the total
  }

  /** Compact layout for a shared row: buttons with icons only, and in the past the button as the only text. */
  public void compact(boolean wanted) {
    pseudoClassStateChanged(COMPACT, wanted);
    compact = wanted;
    side.getChildren().stream().filter(Labeled.class::isInstance).map(Labeled.class::cast).forEach(this::shorten);
    shorten(back);
    show(model.stateProperty().get());
  }

  private void shorten(Labeled button) {
    button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  /** Whether there are several branches, each in a row of its own. */
  public ObservableValue<Boolean> severalProperty() {
    return line.severalProperty();
  }

  /** Adds a button at the right end that concerns other runs. */
  public void add(Button button) {
    button.setMinWidth(USE_PREF_SIZE);
    side.getChildren().add(button);
    shorten(button);
    arrange(line.severalProperty().get());
  }

  /** Several rows leave room for two lines of buttons; the rows take the rest of the width. */
  private void arrange(boolean several) {
    GridPane.setConstraints(place, 0, 0, several ? GridPane.REMAINING : 1, 1);
    for (int i = 1; i < side.getChildren().size(); i++) {
      GridPane.setConstraints(side.getChildren().get(i), several ? i - 1 : i, several ? 1 : 0);
    }
  }

  private void show(State state) {
    boolean moving = state == State.LIVE || state == State.PAST;
    if (moving && compact && line.isPressed()) {
      return; // else the line would change its length under the pointer; the text beside it tells the step meanwhile
    }
    Sight.show(this, state != State.NOTHING);
    Sight.show(line, moving);
    Sight.show(empty, !moving);
    Sight.show(place, moving);
    Sight.show(title, !compact || state != State.PAST);
    live.setVisible(state == State.LIVE);
    past.setManaged(!compact || state == State.PAST);
    if (compact) {
      place.forget();
    }
    past.setVisible(state == State.PAST); // if managed invisibly it would cover the line and take its clicks
  }

  /** Never shrinks, so that the line beside it keeps its length under the pointer when the text gets shorter. */
  private static final class Steady extends StackPane {
    private double widest;

    @Override
    protected double computePrefWidth(double height) {
      widest = Math.max(widest, super.computePrefWidth(height));
      return widest;
    }

    /** Resets the width for other texts, or after a notice. */
    void forget() {
      widest = 0;
      requestLayout();
    }
  }

  /** Commands available in the whole window. */
  public List<Command> commands() {
    return List.of(
        command("time.command.line", Icon.RECENT, line::requestFocus),
        command("time.command.step_back", Icon.STEP_BACK, () -> model.go(-1)),
        command("time.command.epoch_back", Icon.STEP_BACK, () -> model.goEpoch(-1)),
        command("time.command.live", Icon.ARROW_RIGHT, model::backToLive),
        Command.of("time.command.bookmark", Command.Group.TRAINING, Icon.BOOKMARK, BOOKMARK.getName(), model::bookmark),
        command("time.command.next_change", Icon.BRANCH, model.branching()::branchByNextEdit));
  }

  private static Command command(String key, Icon icon, Runnable action) {
    return Command.of(Message.of(key), Command.Group.TRAINING, icon, action);
  }
}
