package studio.backprop.ui.design.designer;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Wording;

/** List cell of a layer or block in the quick menu: colour of its group, title and resulting shape. */
final class LayerOfferCell extends ListCell<Offer> {
  private final CanvasDesk desk;
  private final Wording wording;
  private final Region band = new Region();
  private final Label title = new Label();
  private final Label shape = new Label();
  private final HBox row;
  private final Tooltip help = new Tooltip();

  LayerOfferCell(CanvasDesk desk) {
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
        getItem().take().run();
      }
    });
  }

  @Override
  protected void updateItem(Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    if (empty || offer == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    band.getStyleClass().setAll("band", offer.band());
    title.setText(desk.lang().say(offer.title()));
    shape.setText(offer.shape().map(wording::shape).orElse(""));
    help.setText(desk.lang().say(offer.help()));
    setTooltip(help);
    setAccessibleText(title.getText() + " " + shape.getText());
    setGraphic(row);
  }
}
