package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.SpeedMenu;
import studio.backprop.ui.workspace.run.RunModel;

/** Transport buttons and progress. */
final class TransportView extends HBox {
  /** Suffix of text keys that differ for an agent. */
  private static final String OF_AGENT = ".agent";

  private final TransportModel model;
  private final Lang lang;
  private final Hints hints;
  private final SplitMenuButton step = new SplitMenuButton();

  TransportView(TransportModel model, RunModel run, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    getStyleClass().add("transport");
    SpeedMenu speed = new SpeedMenu(run.control().speedProperty(), TransportModel.SPEEDS, lang, hints);
    speed.setId("speed");
    getChildren().addAll(resetButton(), playButton(), stepButton(), speed, progressLine());
    // the project name shrinks instead
    getChildren().forEach(part -> ((Region) part).setMinWidth(USE_PREF_SIZE));
  }

  /** Restricts the buttons to these ids; progress is shown if any is left. */
  void limit(Set<String> ids) {
    boolean any = false;
    for (Node part : getChildren()) {
      boolean button = part.getId() != null;
      part.setVisible(button ? ids.contains(part.getId()) : any);
      part.setManaged(part.isVisible());
      any |= part.isVisible();
    }
  }

  private SplitMenuButton resetButton() {
    SplitMenuButton reset = new SplitMenuButton();
    reset.setId("reset");
    reset.setGraphic(Icon.RESET.view());
    reset.getStyleClass().add("icon-only");
    reset.setOnAction(e -> model.reset());
    reset.disableProperty().bind(model.availableProperty().not());
    hints.explain(reset, WindowShortcuts.RESET, "transport.reset.help");
    reset.getItems().addAll(
        MenuItems.item(lang, "transport.reset", Icon.RESET, model::reset),
        MenuItems.item(lang, "transport.new_weights", Icon.NEW_WEIGHTS, model::newWeights));
    return reset;
  }

  private Button playButton() {
    Button play = new Button();
    play.setId("play");
    play.getStyleClass().addAll("run", "play");
    var icon = Icon.PLAY.view();
    play.setGraphic(icon);
    model.playingProperty().subscribe(playing -> play.setGraphic((playing ? Icon.PAUSE : Icon.PLAY).view()));
    play.textProperty().bind(
        Bindings.when(model.playingProperty()).then(lang.bind("transport.pause")).otherwise(lang.bind("transport.play")));
    play.setOnAction(e -> model.togglePlay());
    play.disableProperty().bind(model.playableProperty().not());
    hints.explain(play, new KeyCodeCombination(KeyCode.SPACE), "transport.play.help");
    return play;
  }

  /** Adds the step debugger to the menu of steps. */
  void onDebugger(ObservableValue<Boolean> shown, KeyCombination keys, Runnable toggle) {
    CheckMenuItem item = new CheckMenuItem();
    item.setId("step-debugger");
    item.setGraphic(Icon.DEBUGGER.view());
    item.textProperty().bind(lang.bind("transport.debugger"));
    item.setAccelerator(keys);
    shown.subscribe(item::setSelected);
    item.setOnAction(event -> {
      toggle.run();
      item.setSelected(shown.getValue());
    });
    step.getItems().addAll(new SeparatorMenuItem(), item);
  }

  private SplitMenuButton stepButton() {
    step.setId("step");
    step.setGraphic(Icon.STEP.view());
    step.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(stepKey(model.grainProperty().get())), model.grainProperty(), model.roundsProperty(), model.actsProperty(),
        lang.textsProperty()));
    step.setOnAction(e -> model.step());
    step.disableProperty().bind(model.availableProperty().not());
    String key = new KeyCodeCombination(KeyCode.RIGHT).getDisplayText();
    hints.explain(step, Bindings.createObjectBinding(() -> Message.of("kit.tip", Message.of("transport.step.help" + kind()), key),
        model.actsProperty(), model.roundsProperty()));
    ToggleGroup group = new ToggleGroup();
    for (TransportModel.Grain grain : TransportModel.Grain.values()) {
      ObservableValue<String> title =
          Bindings.createStringBinding(
              () -> lang.say(stepKey(grain)), model.roundsProperty(), model.actsProperty(), lang.textsProperty());
      RadioMenuItem item = MenuItems.choice(title, group, model.grainProperty().get() == grain);
      if (grain == TransportModel.Grain.TURN) {
        item.visibleProperty().bind(model.roundsProperty());
      } else if (grain == TransportModel.Grain.EPOCH) { // a GAN has no epochs
        item.visibleProperty().bind(model.roundsProperty().not());
      }
      model.grainProperty().subscribe(now -> item.setSelected(now == grain));
      item.setOnAction(e -> model.grainProperty().set(grain));
      if (grain.isOfAgents()) {
        item.visibleProperty().bind(model.actsProperty());
      }
      step.getItems().add(item);
    }
    List<MenuItem> toEpoch = List.of(new SeparatorMenuItem(), runToEpoch(step));
    toEpoch.forEach(item -> item.visibleProperty().bind(model.roundsProperty().not()));
    step.getItems().addAll(toEpoch);
    return step;
  }

  private String kind() {
    return model.actsProperty().get() ? OF_AGENT : model.roundsProperty().get() ? ".round" : "";
  }

  /** A GAN step is a round; an agent updates in each and is evaluated at the end of an epoch. */
  private String stepKey(TransportModel.Grain grain) {
    boolean batch = grain == TransportModel.Grain.BATCH;
    boolean agents = model.actsProperty().get() && (batch || grain == TransportModel.Grain.EPOCH);
    return "transport.step_" + grain + (agents ? OF_AGENT : batch && model.roundsProperty().get() ? ".round" : "");
  }

  /** Menu item with a number field and its button. */
  private MenuItem runToEpoch(SplitMenuButton menu) {
    Label name = new Label();
    name.textProperty().bind(lang.bind(ofAgent("transport.to_epoch")));
    NumberModel epoch = new NumberModel(NumberRange.whole(1, TrainingSettings.MOST_EPOCHS), 1);
    NumberField field = new NumberField(lang, epoch, name.textProperty()).digits(4);
    field.setId("to-epoch");
    Button go = new Button(null, Icon.PLAY.view());
    go.setId("run-to-epoch");
    go.getStyleClass().add("icon-only");
    hints.explain(go, ofAgent("transport.to_epoch.help"));
    HBox row = new HBox(name, field, go);
    row.getStyleClass().addAll("gap-8", "to-epoch");
    go.setOnAction(e -> {
      menu.hide();
      model.playTo((int) epoch.value());
    });
    menu.setOnShowing(e -> epoch.valueProperty().set(model.nextEpoch()));
    return new CustomMenuItem(row, false);
  }

  /** Text that differs for an agent. */
  private ObservableValue<Message> ofAgent(String key) {
    return model.actsProperty().map(acts -> Message.of(acts ? key + OF_AGENT : key));
  }

  private VBox progressLine() {
    Label place = slot(model.placeProperty(), "epoch");
    place.getStyleClass().add("strong");
    Label steps = slot(model.stepsProperty(), "steps");
    Label detail = slot(model.detailProperty(), "speed-note");
    Label left = slot(model.leftProperty(), "time-left");
    ProgressBar bar = new ProgressBar();
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    bar.accessibleTextProperty().bind(model.placeProperty());
    VBox line = new VBox(row(place, steps), row(detail, left), bar);
    hints.explain(line, Bindings.createObjectBinding(() -> Message.of("transport.counters" + kind()), model.actsProperty(),
        model.roundsProperty()));
    line.getStyleClass().add("progress-line");
    return line;
  }

  /** Left- and right-aligned labels that do not move each other. */
  private static HBox row(Label left, Label right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(left, gap, right);
  }

  /** Label that keeps its space while empty. */
  private static Label slot(ObservableValue<String> text, String id) {
    Label slot = new Label();
    slot.setId(id);
    slot.getStyleClass().add("slot");
    slot.textProperty().bind(text);
    slot.setMinWidth(USE_PREF_SIZE);
    return slot;
  }
}
