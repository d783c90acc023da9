package studio.backprop.ui.designer;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.network.Fitting;

/** One layer of the quick menu: the bar of its group, its title, and what it would give there. */
final class FittingCell extends ListCell<Fitting> {
  private final Desk desk;
  private final Wording wording;
  private final Region band = new Region();
  private final Label title = new Label();
  private final Label shape = new Label();
  private final HBox row;
  private final Tooltip help = new Tooltip();

  FittingCell(Desk desk, Consumer<Fitting> take) {
    this.desk = desk;
    this.wording = new Wording(desk.lang());
    shape.getStyleClass().addAll("mut", "note");
    shape.setMinWidth(Region.USE_PREF_SIZE);
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    row = new HBox(band, title, shape);
    row.getStyleClass().add("row");
    setOnMouseEntered(event -> getListView().getSelectionModel().select(getIndex()));
    setOnMouseClicked(event -> {
      if (getItem() != null) {
        take.accept(getItem());
      }
    });
  }

  @Override
  protected void updateItem(Fitting fitting, boolean empty) {
    super.updateItem(fitting, empty);
    if (empty || fitting == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    band.getStyleClass().setAll("band", fitting.type().group().name().toLowerCase(Locale.ROOT));
    title.setText(desk.lang().say(fitting.type().title()));
    shape.setText(fitting.shape().map(wording::shape).orElse(""));
    help.setText(desk.lang().say(fitting.type().help()));
    setTooltip(help);
    setAccessibleText(title.getText() + " " + shape.getText());
    setGraphic(row);
  }
}
