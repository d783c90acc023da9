package studio.backprop.ui.inside.debugger;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.inside.debugger.Stepping.Grain;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Controls of {@link Stepping}: stride back, stride forward, automatic with rate, grain, and a preview of the next stride. */
final class StrideBar extends HBox {
  private final DebuggerDesk desk;
  private final Stepping walk;

  /** @param keys called after a click to give the focus to the view where keys stride */
  StrideBar(DebuggerDesk desk, Runnable keys) {
    this.desk = desk;
    this.walk = desk.model().walk();
    getStyleClass().add("strides");
    Ahead ahead = new Ahead(desk);
    HBox.setHgrow(ahead, Priority.ALWAYS);
    ComboBox<Double> speed = speed();
    speed.setOnHidden(event -> keys.run());
    getChildren().addAll(back(), next(), auto(), speed, grains(), ahead);
    addEventFilter(MouseEvent.MOUSE_CLICKED, event -> { // controls let no click through
      if (!speed.isShowing()) {
        keys.run();
      }
    });
  }

  private Button back() {
    DebuggerModel model = desk.model();
    Button back = new Button(null, Icon.CHEVRON_LEFT.view());
    back.getStyleClass().add("icon-only");
    back.setId("op-back");
    back.setOnAction(event -> walk.previous());
    back.disableProperty().bind(Bindings.createBooleanBinding(
        () -> !walk.canGoBack(), model.courseProperty(), model.cursorProperty(), model.answerProperty(), walk.grainProperty(),
        model.wholeProperty()));
    desk.hints().explain(back, new KeyCodeCombination(KeyCode.LEFT), "debugger.back.help");
    return back;
  }

  private Button next() {
    Button next = new Button(null, Icon.CHEVRON_RIGHT.view());
    next.getStyleClass().add("main");
    next.setId("op-next");
    next.textProperty().bind(Bindings.createStringBinding(
        () -> desk.lang().say("debugger.next_" + of(walk.grainProperty().get(), desk.model().runProperty().get())), walk.grainProperty(),
        desk.model().runProperty(), desk.lang().textsProperty()));
    next.setMinWidth(USE_PREF_SIZE);
    next.setOnAction(event -> walk.next());
    desk.hints().explain(next, "debugger.next.help");
    return next;
  }

  private ToggleButton auto() {
    ToggleButton auto = new ToggleButton(null, Icon.PLAY.view());
    auto.getStyleClass().add("icon-only");
    auto.setId("op-play");
    auto.selectedProperty().bindBidirectional(walk.autoProperty());
    auto.selectedProperty().subscribe(on -> auto.setGraphic((on ? Icon.PAUSE : Icon.PLAY).view()));
    desk.hints().explain(auto, new KeyCodeCombination(KeyCode.SPACE, KeyCombination.SHIFT_DOWN), "debugger.auto.help");
    return auto;
  }

  private Segmented<Grain> grains() {
    Segmented<Grain> grains = new Segmented<>(desk.lang().bind("debugger.grain"));
    for (Grain grain : Grain.values()) {
      ObservableValue<String> named = desk.model().runProperty().map(run -> of(grain, run)).orElse(grain.name());
      grains.add(grain, desk.lang().bind(named.map(end -> Message.of("debugger.grain_" + end))))
          .explain(grain, desk.hints(), named.map(end -> Message.of("debugger.grain.help_" + end)));
    }
    grains.valueProperty().bindBidirectional(walk.grainProperty());
    grains.setMinWidth(USE_PREF_SIZE);
    return grains;
  }

  /** Suffix of a resource key: an agent learns in updates and is evaluated at the end of an epoch; a GAN alternates in rounds. */
  private static String of(Grain grain, Run run) {
    boolean evaluated = grain == Grain.EPOCH && run != null && run.project().assignment().acts();
    return evaluated ? grain + ".agent" : run != null && grain == Grain.BATCH ? RoundTexts.key(grain.name(), run.project()) : grain.name();
  }

  private ComboBox<Double> speed() {
    ComboBox<Double> speed = new ComboBox<>();
    speed.getItems().setAll(List.of(0.5, 1.0, 2.0, 5.0, 10.0, 30.0));
    desk.lang().textsProperty().subscribe(now -> {
      speed.setCellFactory(list -> words());
      speed.setButtonCell(words()); // another one, so that the box is written anew
    });
    speed.valueProperty().bindBidirectional(walk.stridesPerSecondProperty());
    speed.accessibleTextProperty().bind(desk.lang().bind("debugger.speed.name"));
    speed.setMinWidth(USE_PREF_SIZE);
    return speed;
  }

  private ListCell<Double> words() {
    return new ListCell<>() {
      @Override
      protected void updateItem(Double strides, boolean empty) {
        super.updateItem(strides, empty);
        setText(empty || strides == null ? "" : desk.lang().say("debugger.speed", desk.lang().numbers().compact(strides)));
      }
    };
  }
}
