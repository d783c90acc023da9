package studio.backprop.ui.palette;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** One dataset in the list: what kind it is, its title, and what it holds; the chosen one has a tick. */
final class OfferCell extends ListCell<DataModel.Offer> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final Map<Kind, Icon> ICONS = Map.of(Kind.GENERATED, Icon.POINTS, Kind.TABLE, Icon.DATA, Kind.IMAGES, Icon.PICTURE);

  private static final double SCROLL_BAR = 12;

  private final Lang lang;
  private final Label title = new Label();
  private final Label about = new Label();
  private final Label kind = new Label();
  private final Label tick = new Label(null, Icon.CHECK.view());
  private final HBox row;

  OfferCell(DataModel model, Lang lang) {
    this.lang = lang;
    about.getStyleClass().add("about");
    about.setWrapText(true);
    title.setWrapText(true);
    title.getStyleClass().add("title");
    tick.setMinWidth(USE_PREF_SIZE);
    kind.setMinWidth(USE_PREF_SIZE);
    VBox texts = new VBox(title, about);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    row = new HBox(kind, texts, tick);
    row.getStyleClass().add("row");
    row.setMinWidth(0);
    row.setPrefWidth(1);
    getStyleClass().add("offer");
    BooleanBinding chosen = Bindings.createBooleanBinding(
        () -> getItem() != null && model.chosenProperty().getValue().filter(getItem()::equals).isPresent(), model.chosenProperty(), itemProperty());
    chosen.subscribe(now -> pseudoClassStateChanged(CHOSEN, now));
    tick.visibleProperty().bind(chosen);
    setOnMouseClicked(e -> {
      if (getItem() != null) {
        model.choose(getItem());
      }
    });
  }

  /** As high as its words need at the width of the list: a list asks its cells without saying that width. */
  @Override
  protected double computePrefHeight(double width) {
    double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
    return isEmpty() ? super.computePrefHeight(width) : snappedTopInset() + row.prefHeight(room) + snappedBottomInset();
  }

  @Override
  protected void updateItem(DataModel.Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    title.textProperty().unbind();
    about.textProperty().unbind();
    if (empty || offer == null) {
      setGraphic(null);
      return;
    }
    title.textProperty().bind(lang.bind(offer.title().key(), offer.title().args().toArray()));
    about.textProperty().bind(lang.bind(offer.about().key(), offer.about().args().toArray()));
    kind.setGraphic(offer.kind().map(ICONS::get).orElse(Icon.OPEN).view());
    accessibleTextProperty().bind(title.textProperty());
    setGraphic(row);
  }
}
