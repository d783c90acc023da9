package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/**
 * List cell of a dataset: icon of its kind, title, description on hover, a tick if chosen; the first of a group shows the group's heading.
 */
final class DatasetCell extends ListCell<DataModel.Offer> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final Map<Kind, Icon> ICONS = Map.of(
      Kind.GENERATED, Icon.POINTS, Kind.TABLE, Icon.DATA, Kind.SERIES, Icon.CURVE, Kind.TEXT, Icon.SEQUENCE, Kind.GRAPH, Icon.GRAPH,
      Kind.IMAGES, Icon.PICTURE);

  private final ObjectProperty<Message> name = new SimpleObjectProperty<>(this, "name");
  private final ObjectProperty<Message> about = new SimpleObjectProperty<>(this, "about");
  private final Label kind = new Label();
  private final ObjectProperty<Message> group = new SimpleObjectProperty<>(this, "group");
  private final VBox content;

  DatasetCell(DataModel model, Lang lang, Hints hints) {
    Label title = new Label();
    title.getStyleClass().add("title");
    title.textProperty().bind(lang.bind(name));
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label tick = new Label(null, Icon.CHECK.view());
    tick.setMinWidth(USE_PREF_SIZE);
    kind.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(kind, title, tick);
    row.getStyleClass().add("row");
    row.setMinWidth(0);
    content = new VBox(heading(lang), row);
    content.setMinWidth(0);
    content.setPrefWidth(1); // as wide as the list, however long the title
    getStyleClass().add("offer");
    BooleanBinding chosen = Bindings.createBooleanBinding(
        () -> getItem() != null && model.chosenProperty().getValue().filter(getItem()::equals).isPresent(), model.chosenProperty(),
        itemProperty());
    chosen.subscribe(now -> pseudoClassStateChanged(CHOSEN, now));
    tick.visibleProperty().bind(chosen);
    group.bind(Bindings.createObjectBinding(
        () -> getItem() != null && isFirstOfItsGroup(getItem(), model.foundProperty().getValue()) ? getItem().group() : null,
        model.foundProperty(), itemProperty()));
    hints.explain(this, "palette.offer", lang.bind(name), lang.bind(about));
    setOnMouseClicked(e -> {
      if (getItem() != null) {
        model.choose(getItem());
      }
    });
  }

  private Label heading(Lang lang) {
    Label heading = new Label();
    heading.getStyleClass().add("group-title");
    heading.textProperty().bind(lang.bind(group));
    heading.visibleProperty().bind(group.isNotNull());
    heading.managedProperty().bind(heading.visibleProperty());
    return heading;
  }

  /** The index is that in the list found: a cell may still have its old index when the list has become shorter. */
  private static boolean isFirstOfItsGroup(DataModel.Offer offer, List<DataModel.Offer> found) {
    int at = found.indexOf(offer);
    return at <= 0 || !found.get(at - 1).group().equals(offer.group());
  }

  @Override
  protected void updateItem(DataModel.Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    boolean blank = empty || offer == null;
    name.set(blank ? null : offer.title());
    about.set(blank ? null : offer.about());
    kind.setGraphic(blank ? null : offer.kind().map(ICONS::get).orElse(Icon.OPEN).view());
    setGraphic(blank ? null : content);
    setMouseTransparent(blank);
  }
}
