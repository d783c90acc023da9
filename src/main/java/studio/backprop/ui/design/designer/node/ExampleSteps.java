package studio.backprop.ui.design.designer.node;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.workspace.run.InspectionModel;

/** Buttons that choose another example: previous, next, of another part; for an agent a state of an earlier transition. */
final class ExampleSteps extends HBox {
  private final CanvasDesk desk;
  private final boolean states;
  private final ToggleButton part = new ToggleButton();
  /** Suffix of a resource key: part of the example, or that of an agent. */
  private final StringProperty seen = new SimpleStringProperty(this, "seen", "train");

  /** @param states whether examples are states of an environment */
  ExampleSteps(CanvasDesk desk, PreparedData data, boolean states) {
    this.desk = desk;
    this.states = states;
    getStyleClass().add("example-buttons");
    part.textProperty().bind(desk.lang().bind(seen.map(now -> Message.of("example." + now))));
    desk.hints().explain(part, seen.map(now -> Message.of("example.from_" + now + ".help")));
    part.setOnAction(event -> turn());
    part.setDisable(data.rows(Part.VALIDATION) == 0);
    getChildren().addAll(step(Icon.CHEVRON_LEFT, "example.previous", ExamplePane.PREVIOUS_KEY, -1), part,
        step(Icon.CHEVRON_RIGHT, "example.next", ExamplePane.NEXT_KEY, 1));
  }

  private void turn() {
    InspectionModel observation = desk.run().observation();
    Example now = observation.exampleProperty().get();
    boolean back = states && !now.learned();
    observation.chooseExample(back ? Example.LEARNED
        : new Example(now.part() == Part.TRAIN && !now.learned() ? Part.VALIDATION : Part.TRAIN, now.row()));
  }

  private Button step(Icon icon, String key, String keys, int further) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().add("icon-only");
    button.setOnAction(event -> desk.run().observation().chooseExample(further));
    desk.hints().explain(button, KeyCombination.valueOf(keys), key);
    return button;
  }

  /** Shows the part of an example. */
  void show(Example shown) {
    seen.set(shown.learned() ? "learned" : states ? "states" : shown.part().name().toLowerCase(Locale.ROOT));
    part.setSelected(!shown.learned() && (states || shown.part() != Part.TRAIN));
  }
}
