package studio.backprop.app;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.watch.time.TimeModel;

/** Time machine and slow motion, collapsed while a node's inside needs the height. Expands by a click, or at a past step. */
final class TimeFold extends HBox {
  private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");

  /**
   * @param inside whether a node's inside is shown
   * @param rows the collapsed content
   */
  TimeFold(ObservableValue<Boolean> inside, Node rows, TimeModel times, Lang lang, Hints hints) {
    getStyleClass().add("time-fold");
    setId("time-fold");
    Button open = new Button(null, Icon.CHEVRON_RIGHT.view());
    open.getStyleClass().addAll("bare", "small");
    open.setId("unfold-time");
    open.textProperty().bind(lang.bind("time.fold"));
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> unfolded.set(!unfolded.get()));
    unfolded.subscribe(on -> open.setGraphic((on ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT).view()));
    hints.explain(open, "time.fold.help");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label place = new Label();
    place.getStyleClass().addAll("note", "mut");
    place.textProperty().bind(lang.bind(times.placeProperty()));
    place.visibleProperty().bind(rows.visibleProperty().not());
    getChildren().addAll(open, gap, place);
    visibleProperty().bind(Bindings.createBooleanBinding(
        () -> inside.getValue() && times.stateProperty().get() != TimeModel.State.PAST,
        inside, times.stateProperty()));
    managedProperty().bind(visibleProperty());
    rows.visibleProperty().bind(visibleProperty().not().or(unfolded));
    rows.managedProperty().bind(rows.visibleProperty());
  }
}
