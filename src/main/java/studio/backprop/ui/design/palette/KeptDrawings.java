package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.KeptExample;
import studio.backprop.data.PreparedData;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.DataTexts;

/** List of the examples that the user drew and kept for training, each with its label and a button that removes it. */
final class KeptDrawings extends VBox {
  private static final int IMAGE_SIDE = 28;
  private static final double ROW = 38;
  private static final int MAX_ROWS = 4;
  private static final double ROOM = 6;

  private final DataModel model;
  private final Lang lang;
  private final Hints hints;
  private final ThemeModel theme;
  private final ObservableValue<List<KeptExample>> kept;
  private final ListView<KeptExample> list = new ListView<>();

  KeptDrawings(DataModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.theme = theme;
    kept = model.settings().keptProperty();
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("palette.kept", kept.getValue().size()), kept, lang.textsProperty()));
    list.setId("kept-drawings");
    list.accessibleTextProperty().bind(title.textProperty());
    list.setCellFactory(view -> new Drawn());
    list.setFixedCellSize(ROW);
    list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      boolean removes = key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE;
      if (removes && list.getSelectionModel().getSelectedItem() != null) {
        model.settings().removeKept(list.getSelectionModel().getSelectedItem());
        key.consume();
      }
    });
    getStyleClass().addAll("gap-4", "kept-drawings");
    getChildren().addAll(title, list);
    managedProperty().bind(visibleProperty());
    kept.subscribe(this::show);
    model.dataProperty().subscribe(list::refresh);
    lang.textsProperty().subscribe(list::refresh);
  }

  private void show() {
    List<KeptExample> now = kept.getValue();
    setVisible(!now.isEmpty());
    list.getItems().setAll(now);
    list.setPrefHeight(Math.min(MAX_ROWS, now.size()) * ROW + ROOM);
    list.setMinHeight(list.getPrefHeight());
  }

  private String name(KeptExample one) {
    List<String> names = model.dataProperty().get().map(PreparedData::dataset).map(new DataTexts(lang)::classes).orElse(List.of());
    return one.label() < names.size() ? names.get(one.label()) : lang.numbers().whole(one.label());
  }

  /** List cell of an example. */
  private final class Drawn extends ListCell<KeptExample> {
    private final HeatMap picture = new HeatMap(new HeatMap.Tiles(1, 1, IMAGE_SIDE, IMAGE_SIDE, 0));
    private final Label name = new Label();
    private final Button remove = new Button(null, Icon.DELETE.view());
    private final HBox row;

    private Drawn() {
      picture.scaleProperty().bind(theme.paletteProperty().map(Palette::pixels));
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      remove.getStyleClass().addAll("bare", "icon-only");
      hints.explain(remove, "palette.kept.remove");
      remove.setOnAction(event -> model.settings().removeKept(getItem()));
      row = new HBox(picture, name, gap, remove);
      row.getStyleClass().add("gap-8");
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(KeptExample one, boolean empty) {
      super.updateItem(one, empty);
      setGraphic(empty ? null : row);
      if (!empty) {
        name.setText(name(one));
        Optional<Shape> shape = DatasetCatalog.find(one.dataset()).map(DatasetInfo::inputShape);
        float[] shades = one.shades();
        picture.setVisible(shape.filter(known -> known.count() == shades.length).isPresent());
        if (picture.isVisible()) {
          picture.show(shades, shape.get().size(1), shape.get().size(2), 1);
        }
      }
    }
  }
}
