package studio.backprop.ui.palette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/** The layers as chips in their groups: drag one, double-click it, or walk to it with the arrow keys and press Enter. */
final class LayersView extends VBox {
  private static final int COLUMNS = 2;

  private final LayersModel model;
  private final Lang lang;
  private final ChipDrag drag;
  private final SearchField search;
  private final VBox groups = new VBox();
  private final Map<LayerType, Chip> chips = new LinkedHashMap<>();

  LayersView(LayersModel model, Lang lang, ChipDrag drag) {
    this.model = model;
    this.lang = lang;
    this.drag = drag;
    search = new SearchField(model, lang, this::focusFirst);
    Label none = new Label();
    none.getStyleClass().addAll("mut", "nothing-found");
    none.textProperty().bind(lang.bind("palette.nothing_found", model.searchProperty()));
    none.visibleProperty().bind(model.sectionsProperty().map(List::isEmpty));
    none.managedProperty().bind(none.visibleProperty());
    groups.getStyleClass().add("groups");
    ScrollPane scroll = new ScrollPane(new VBox(none, groups));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("layers");
    getChildren().addAll(search, scroll, help());
    model.sectionsProperty().subscribe(this::show);
  }

  void focusSearch() {
    search.focus();
  }

  private void focusFirst() {
    chips.values().stream().findFirst().ifPresent(Node::requestFocus);
  }

  private Node help() {
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(message(model.pointedProperty().map(LayerType::title)));
    Label sentence = new Label();
    sentence.getStyleClass().addAll("note", "mut");
    sentence.setWrapText(true);
    sentence.textProperty().bind(message(model.pointedProperty().map(LayerType::help)));
    VBox help = new VBox(title, sentence);
    help.getStyleClass().add("help");
    return help;
  }

  private ObservableValue<String> message(ObservableValue<Message> message) {
    return lang.bind(message);
  }

  private void show(List<LayersModel.Section> sections) {
    groups.getChildren().clear();
    chips.clear();
    sections.forEach(section -> groups.getChildren().add(group(section)));
    reach(model.found().stream().findFirst().map(chips::get).orElse(null));
  }

  private Node group(LayersModel.Section section) {
    Label title = new Label();
    title.getStyleClass().add("group-title");
    title.textProperty().bind(lang.bind(section.group().title().key()));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("chips");
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < section.types().size(); i++) {
      grid.add(chip(section.types().get(i)), i % COLUMNS, i / COLUMNS);
    }
    VBox group = new VBox(title, grid);
    group.getStyleClass().add("group");
    return group;
  }

  private Chip chip(LayerType type) {
    Chip chip = look(type);
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> model.pointedProperty().set(type));
    chip.focusedProperty().subscribe((before, focused) -> focused(chip, type, focused));
    chip.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> chip.requestFocus());
    chip.setOnMouseClicked(e -> clicked(e, type));
    chip.setOnKeyPressed(e -> press(e, type));
    drag.from(chip, type, () -> look(type));
    chips.put(type, chip);
    return chip;
  }

  private Chip look(LayerType type) {
    return new Chip(type, lang, () -> model.add(type));
  }

  private void focused(Chip chip, LayerType type, boolean focused) {
    if (focused) {
      model.pointedProperty().set(type);
      reach(chip);
    }
  }

  /** The Tab key stops at one chip only, the last one used; arrows lead to the others. */
  private void reach(Chip reached) {
    chips.values().forEach(chip -> chip.setFocusTraversable(chip == reached));
  }

  private void clicked(MouseEvent e, LayerType type) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
      model.add(type);
    }
  }

  private void press(KeyEvent key, LayerType type) {
    switch (key.getCode()) {
      case ENTER -> model.add(type);
      case LEFT -> walk(type, -1, 0);
      case RIGHT -> walk(type, 1, 0);
      case UP -> walk(type, 0, -1);
      case DOWN -> walk(type, 0, 1);
      case ESCAPE -> search.focus();
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Above the first row is the search. */
  private void walk(LayerType from, int right, int down) {
    model.beside(from, right, down).ifPresentOrElse(to -> chips.get(to).requestFocus(), () -> {
      if (down < 0) {
        search.focus();
      }
    });
  }
}
